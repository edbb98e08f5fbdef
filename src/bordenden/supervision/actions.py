"""Writes of supervision: a sample is drawn and opened, and ended before its day."""

from collections.abc import Iterable
from datetime import date, datetime
from secrets import token_hex

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import record, record_all
from bordenden.foundation.days import ONE_DAY, end_of
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.actions import leave_seat
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Project
from bordenden.supervision import queries
from bordenden.supervision.models import Supervised, Supervision
from bordenden.supervision.words import (
    BETWEEN_DRAWS,
    FEWEST_CASES,
    LONGEST,
    LONGEST_PURPOSE,
    MOST_CASES,
    SHORTEST_PURPOSE,
)


@transaction.atomic
def open_sample(
    *,
    project: Project,
    purpose: str,
    number: int,
    last_on: date,
    form_key: FormKey,
    by: Person,
    at: datetime,
    seed: str = "",
) -> Supervision:
    """So many of the project's running courses, drawn by lot, are open to `by` up to and including the day.

    Fewer where there are fewer. The same form sent twice draws once. `seed` is for a made-up world; a real draw has
    a fresh one. Raises NotPossible for a purpose that says too little, for too many, for impossible days, before
    another draw is due, and where nobody is left to draw.
    """
    if again := Supervision.objects.filter(project=project, form_key=form_key, supervisor=by).first():
        return again
    _must_be_bounds(purpose.strip(), number, last_on, localdate(at))
    _must_not_draw_again_yet(project, by, at)
    among = _among(project, by, at)
    seed = seed or token_hex(8)
    drawn = queries.draw(among=among, seed=seed, number=number)
    opened = Supervision.objects.create(
        municipality_id=project.municipality_id,
        project=project,
        supervisor=by,
        purpose=purpose.strip(),
        asked=number,
        drawn=len(drawn),
        among=len(among),
        seed=seed,
        opened_at=at,
        last_on=last_on,
        form_key=form_key,
    )
    record(act="supervision.open", by=by, thing=opened, at=at)
    _seat(opened, drawn, by, at)
    return opened


@transaction.atomic
def end(*, supervision: Supervision, by: Person, at: datetime) -> Supervision:
    """Every seat it gave ends now. What is over already stays as it was."""
    supervision = Supervision.objects.select_for_update(of=("self",)).get(pk=supervision.pk)
    if supervision.ended_at is not None or end_of(supervision.last_on) <= at:
        return supervision
    for seat in Seat.objects.filter(supervised__supervision=supervision, ends_at__gt=at).order_by("pk"):
        leave_seat(seat=seat, by=by, at=at)
    supervision.ended_at = at
    supervision.save(update_fields=["ended_at"])
    record(act="supervision.end", by=by, thing=supervision, at=at)
    return supervision


def _among(project: Project, by: Person, at: datetime) -> list[Table]:
    among = queries.can_be_drawn(project=project, by=by, at=at)
    if not among:
        raise NotPossible(_("Der er ingen forløb at trække lod mellem lige nu."))
    return among


def _seat(opened: Supervision, tables: Iterable[Table], by: Person, at: datetime) -> None:
    seats = Seat.objects.bulk_create(
        Seat(
            table=table,
            municipality_id=table.municipality_id,
            person=by,
            role=SeatRole.SUPERVISOR,
            starts_at=at,
            ends_at=end_of(opened.last_on),
        )
        for table in tables
    )
    Supervised.objects.bulk_create(
        Supervised(table_id=seat.table_id, municipality_id=seat.municipality_id, supervision=opened, seat=seat)
        for seat in seats
    )
    record_all(act="seat.take", by=by, things=seats, at=at)


def _must_say_why(purpose: str) -> None:
    if len(purpose) < SHORTEST_PURPOSE:
        raise NotPossible(_("Skriv lidt mere om, hvad du vil se efter. Borgeren læser det."))
    if len(purpose) > LONGEST_PURPOSE:
        raise NotPossible(_("Skriv det kortere. Borgeren læser det."))


def _must_be_bounds(purpose: str, number: int, last_on: date, today: date) -> None:
    _must_say_why(purpose)
    if not FEWEST_CASES <= number <= MOST_CASES:
        words = _("Vælg mellem %(fewest)d og %(most)d forløb.")
        raise NotPossible(words % {"fewest": FEWEST_CASES, "most": MOST_CASES})
    if last_on < today:
        raise NotPossible(_("Dagen er gået. Vælg i dag eller en dag, der kommer."))
    if last_on > today + LONGEST:
        words = _("Vælg en dag senest den %(day)s.")
        raise NotPossible(words % {"day": date_format(today + LONGEST, "DATE_FORMAT")})


def _must_not_draw_again_yet(project: Project, by: Person, at: datetime) -> None:
    """Ended early or not, the day it was to last to counts: else one could draw until a certain name comes up."""
    last = queries.own(by=by, project=project).first()
    if last is None:
        return
    free_on = max(last.last_on + ONE_DAY, localdate(last.opened_at + BETWEEN_DRAWS))
    if localdate(at) < free_on:
        words = _("Du kan trække lod igen den %(day)s.")
        raise NotPossible(words % {"day": date_format(free_on, "DATE_FORMAT")})
