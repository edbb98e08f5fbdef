"""Writes about following up: the days planned, what was said of one, and who is reminded that one has come."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.followup.models import FollowUp
from bordenden.followup.queries import due, in_project_again, not_planned
from bordenden.followup.words import AT_A_PLACE, HERS_ALONE, MONTHS, NOT_HERS, Status, Teller
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.foundation.work_week import must_be_a_week
from bordenden.pathways.models import Exit
from bordenden.pathways.queries import at_the_head, beside_her
from bordenden.pathways.words import ExitReason
from bordenden.people.models import Municipality, Person
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind
from progression.spells import status_after

LONG_GONE = timedelta(days=60)
FACTS = ("status", "wage_hours", "place_name", "said_by")


@transaction.atomic
def plan_after(*, ended: Exit, by: Actor, at: datetime) -> list[FollowUp]:
    """The days to ask about, once an exit; nobody is asked about somebody who has died."""
    if ended.reason == ExitReason.DEATH:
        return []
    days = FollowUp.objects.filter(exit=ended)
    if days.exists():
        return list(days.order_by("months"))
    made = FollowUp.objects.bulk_create(
        FollowUp(
            table_id=ended.table_id,
            municipality_id=ended.municipality_id,
            exit=ended,
            months=months,
            due_on=day,
        )
        for months, day in status_after(ended.on, MONTHS).items()
    )
    record(act="follow_up.plan", by=by, thing=ended, at=at)
    return made


@transaction.atomic
def note(
    *,
    follow_up: FollowUp,
    status: Status,
    said_by: Teller,
    seen: str,
    by: Person,
    at: datetime,
    wage_hours: Decimal | None = None,
    place_name: str = "",
) -> FollowUp:
    """What her caseworker knows of that day, and from whom; it may be put right, but her own answer stands.

    `seen` is the status the page showed: whoever writes knows what is written over.
    """
    follow_up = _held(follow_up, at)
    if follow_up.status not in (seen, status):
        raise NotPossible(_("En anden har skrevet det imens. Læs det, og gem så igen."))
    if follow_up.by_herself:
        raise NotPossible(_("Borgeren har selv svaret. Det svar gælder."))
    if status in HERS_ALONE:
        raise NotPossible(_("Kun borgeren selv kan sige nej til at svare."))
    if (status == Status.UNREACHED) != (said_by == Teller.NOBODY):
        raise NotPossible(_("Vælg, hvem der sagde det. Vælg kun “Ingen”, når I ikke fik kontakt."))
    return _say(follow_up, status, said_by, wage_hours, place_name, by, at, act="follow_up.note")


@transaction.atomic
def answer(
    *,
    follow_up: FollowUp,
    status: Status,
    by: Person,
    at: datetime,
    wage_hours: Decimal | None = None,
    place_name: str = "",
    seen: str | None = None,
) -> FollowUp:
    """Her own answer about that day, or that she would rather not say; it goes before anybody else's.

    `seen` is her own answer as the page showed it (`FollowUp.answered_when`): Stale when she has given another since.
    """
    follow_up = _held(follow_up, at)
    if status in NOT_HERS:
        raise NotPossible(_("Vælg det, der passer bedst."))
    return _say(follow_up, status, Teller.CITIZEN, wage_hours, place_name, by, at, act="follow_up.say", seen=seen)


def _held(follow_up: FollowUp, at: datetime) -> FollowUp:
    held = FollowUp.objects.select_for_update(of=("self",)).get(pk=follow_up.pk)
    if held.due_on > localdate(at):
        raise NotPossible(_("Dagen er ikke kommet endnu."))
    return held


def _say(
    follow_up: FollowUp,
    status: Status,
    said_by: Teller,
    hours: Decimal | None,
    place: str,
    by: Person,
    at: datetime,
    *,
    act: str,
    seen: str | None = None,
) -> FollowUp:
    """Said once more in the same words changes nothing; else it is written, and nobody is reminded any more."""
    must_be_a_week(hours)
    somewhere = status in AT_A_PLACE
    facts = (status, hours if somewhere else None, place.strip() if somewhere else "", said_by)
    herself = act == "follow_up.say"
    if follow_up.by_herself == herself and tuple(getattr(follow_up, name) for name in FACTS) == facts:
        return follow_up
    if seen is not None and follow_up.answered_when != seen:
        raise Stale(_("Du har svaret et andet sted imens. Se begge svar, og gem så igen."), follow_up.status, 0)
    for name, fact in zip(FACTS, facts, strict=True):
        setattr(follow_up, name, fact)
    follow_up.by_herself, follow_up.noted_by, follow_up.noted_at = herself, by, at
    follow_up.save()
    record(act=act, by=by, thing=follow_up, at=at)
    call_off(about=follow_up, kind=Kind.FOLLOW_UP, at=at)
    return follow_up


@transaction.atomic
def remind(*, place: Municipality, by: Actor, at: datetime) -> int:
    """Days planned for exits that have none, and a letter to her and her caseworker about each that has come, once.

    Gives how many letters are new. She is not asked while she is in the project again, nor anybody about a day long
    gone by (a file of old courses was brought in).
    """
    for ended in not_planned(municipality=place):
        plan_after(ended=ended, by=by, at=at)
    told = 0
    fresh = FollowUp.objects.filter(municipality=place, due_on__gte=localdate(at) - LONG_GONE)
    for row in due(rows=fresh, at=at).select_related("table"):
        answers = beside_her(thing=row, at=at).answers
        hers = [] if in_project_again(follow_up=row) else at_the_head(table=row.table, at=at)
        for person in [*hers, *([answers] if answers else [])]:
            letter = queue(to=person, kind=Kind.FOLLOW_UP, about=row, event=f"follow_up_due:{row.pk}", at=at)
            told += letter.queued_at == at
    return told
