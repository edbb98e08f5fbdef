"""What she has asked for, as words: shown to her with the answers, and to whoever answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.contactlog.words import HelpKind
from bordenden.pathways.queries import Beside, course
from bordenden.programmes.queries import leader_of
from bordenden.web.parts.looks import LOOKED_AT
from bordenden.web.parts.moments import moment
from bordenden.web.parts.said_when import on_day, weekday

if TYPE_CHECKING:
    from bordenden.contactlog.models import HelpRequest
    from bordenden.pathways.models import Table
    from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class HelpPart:
    """One request. `due` is the promised day; `late` once it has passed; `about` the look wondered about, or ""."""

    pk: UUID
    name: str
    kind: str
    title: str
    words: str
    about: str
    asked: str
    due: str
    open: bool
    late: bool
    taken_back: bool
    answered_by: str
    answered: str
    answer: str
    call: bool


def help_part(request: HelpRequest, *, seen: datetime) -> HelpPart:
    """One request as it stands; its people are at hand already."""
    return HelpPart(
        pk=request.pk,
        name=request.asked_by.given_name,
        kind=request.kind,
        title=str(HelpKind(request.kind).label),
        words=request.words,
        about=_about(request),
        asked=moment(request.asked_at, seen=seen),
        due=weekday(request.due_on),
        open=request.is_open,
        late=request.is_open and request.due_on < localdate(seen),
        taken_back=request.taken_back_at is not None,
        answered_by=request.answered_by.given_name if request.answered_by else "",
        answered=moment(request.answered_at, seen=seen) if request.answered_at else "",
        answer=request.answer,
        call=request.kind == HelpKind.CALL_ME,
    )


def about_words(act: str, on: str, person: Person | None) -> str:
    """A look in her words: "Bo Lund, Din plan, 1. marts 2026"."""
    what = str(LOOKED_AT.get(act, _("Noget ved dit bord")))
    return ", ".join(part for part in (person.name if person else "", what, on) if part)


def _about(request: HelpRequest) -> str:
    on = on_day(request.about_on) if request.about_on else ""
    return about_words(request.about_act, on, request.about_person) if on else ""


def leader_to_turn_to(table: Table, beside: Beside, at: datetime) -> Person | None:
    """The leader of her project, for what she would rather not ask her caseworker. Two queries."""
    hers = course(table=table)
    leader = leader_of(project=hers.project, at=at) if hers else None
    return leader if leader is not None and leader != beside.answers else None
