"""What she has chosen, and where she stands in line, as words: her own page, her plan at other doors, her letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.offers.words import WaitingState
from bordenden.plans.words import ChosenStatus, Tempo
from bordenden.web.design.parts import Event
from bordenden.web.parts.labels import label_of
from bordenden.web.parts.said_when import day, until_day

if TYPE_CHECKING:
    from bordenden.offers.models import Offer, Waiting
    from bordenden.offers.queries import Pace
    from bordenden.plans.models import Chosen, ChosenMark

DAYS_A_WEEK, DAYS_A_MONTH, MANY_WEEKS = 7, 30, 9


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """One thing she has chosen: what, where it stands, her pace; `url` leads to it, "" for nowhere."""

    pk: UUID
    title: str
    status: str
    tempo: str
    why: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class LinePart:
    """One place in a line: which, where she stands, how long it may take; `url` leads on, with `button` on it."""

    title: str
    stands: str
    about: str
    priority_why: str
    button: str
    url: str
    offered: bool


def chosen_part(row: Chosen, link: Callable[[Chosen], str] | None = None) -> ChosenPart:
    """One thing she has chosen as words."""
    return ChosenPart(
        row.pk, row.title, status_words(row), label_of(Tempo, row.tempo), row.why, link(row) if link else ""
    )


def status_words(row: Chosen) -> str:
    """Where it stands; for a place that is offered, by when she answers."""
    if row.status == ChosenStatus.OFFERED and row.waiting is not None:
        if row.waiting.state == WaitingState.TAKEN:
            return _("Du har sagt ja. Pladsen er din.")
        return place_words(row.waiting)
    return label_of(ChosenStatus, row.status)


def place_words(waiting: Waiting) -> str:
    """That there is a place, and by which day she answers; else where it stands."""
    if waiting.answer_by is None:
        return str(waiting.get_state_display())
    return answer_words(waiting.answer_by)


def answer_words(answer_by: datetime) -> str:
    """That there is a place, and by which day she answers."""
    return _("Der er en plads til dig. Svar senest den %(day)s.") % {"day": until_day(answer_by)}


def stands(waiting: Waiting) -> str:
    """Where she stands, without a word of anybody else. Asks for `ahead` of `lines_of`."""
    if waiting.state == WaitingState.OFFERED:
        return place_words(waiting)
    if waiting.state == WaitingState.TAKEN:
        return _("Du har sagt ja. Pladsen er din.")
    return number_words(getattr(waiting, "ahead", 0) + 1)


def number_words(number: int) -> str:
    """Her number in line."""
    return _("Du er nummer %(number)d i køen.") % {"number": number}


def how_long(pace: Pace, number: int) -> str:
    """About how long it may take until that many places are free; said only where something is known."""
    days = pace.days(number)
    if days is None:
        return _("Hvor længe tager det? Det ved vi ikke endnu.")
    weeks = -(-days // DAYS_A_WEEK)
    if weeks < MANY_WEEKS:
        words = ngettext("Det tager nok omkring %(number)d uge.", "Det tager nok omkring %(number)d uger.", weeks)
        return words % {"number": weeks}
    return _("Det tager nok omkring %(number)d måneder.") % {"number": -(-days // DAYS_A_MONTH)}


def history(marks: list[ChosenMark]) -> list[Event]:
    """What it has been, newest first; staff by name, herself and what happened by itself without."""
    return [Event(day(mark.at), label_of(ChosenStatus, mark.status), _by(mark)) for mark in marks]


def _by(mark: ChosenMark) -> str:
    said = [mark.by.name if mark.by is not None and mark.by.title else "", mark.why]
    return ": ".join(part for part in said if part)


def facts_of(offer: Offer | None) -> list[tuple[str, str]]:
    """What one must know of an offer to be there, and whom to ask."""
    if offer is None:
        return []
    asked = ", ".join(part for part in (offer.contact_name, offer.contact_phone, offer.contact_hours) if part)
    rows = [(_("Hvor"), offer.place), (_("Hvornår"), offer.times), (_("Spørg"), asked)]
    return [(term, value) for term, value in rows if value]


def line_part(waiting: Waiting, pace: Pace, *, answer: str, more: str) -> LinePart:
    """One place in a line. `answer` is where she answers for a place, `more` the page of what she has chosen."""
    offered = waiting.state == WaitingState.OFFERED
    waits = waiting.state == WaitingState.WAITING
    return LinePart(
        waiting.offer.name,
        stands(waiting),
        how_long(pace, getattr(waiting, "ahead", 0) + 1) if waits else "",
        waiting.priority_why if waiting.priority else "",
        _("Svar ja eller nej") if offered else _("Se mere"),
        answer if offered else more,
        offered,
    )


def letter_data(ruling: Any, *, name: str, at: datetime) -> dict[str, object]:  # noqa: ANN401
    """A formal decision as the paper needs it."""
    given = _("Du har fået ja") if ruling.granted else _("Du har fået nej")
    return {
        "title": _("Afgørelse"),
        "author": str(ruling.municipality.name),
        "to": name,
        "facts": [
            [_("Fra"), str(ruling.municipality.name)],
            [_("Dato"), day(ruling.decided_at)],
            [_("Du har bedt om"), ruling.what],
        ],
        "answer": given,
        "grounds_title": _("Hvorfor?"),
        "grounds": ruling.grounds,
        "complain_title": _("Hvis du ikke er enig"),
        "complain": ruling.how_to_complain,
        "signed": ", ".join(
            part
            for part in (ruling.decided_by.name, ruling.decided_by.title[:1].lower() + ruling.decided_by.title[1:])
            if part
        ),
        "printed": _("Printet den %(day)s.") % {"day": day(at)},
    }
