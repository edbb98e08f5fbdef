"""Writes that give tables another caseworker: the old seat ends in the very moment in which the new one begins."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import islice

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record_all
from bordenden.drafts.queries import left_unfinished_at
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.actions.seats import must_be_in_office, must_be_open, must_be_reachable
from bordenden.pathways.models import Opening, Seat, Table
from bordenden.pathways.queries import case_numbers, heads_of, substitutes
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people.models import Person
from bordenden.post.actions import call_off_all, queue_all
from bordenden.post.words import Kind

# So many tables at a time: the number of queries hangs on this, and not on how many tables a caseworker has.
BATCH = 500


class Seen(Enum):
    """That it does not matter who sat there when it was decided."""

    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class HandedOn:
    """A table and its coordinating caseworker to be; `seen`: who sat there when it was decided (None: nobody)."""

    table: Table
    to: Person
    seen: Person | Seen | None = Seen.ANYBODY


@transaction.atomic
def change_coordinator(*, table: Table, to: Person, because: LeavingReason, by: Actor, at: datetime) -> Seat:
    """The coordinating caseworker leaves for a reason she can read, and another sits down in the same moment.

    Raises NotPossible while the one who leaves has an unfinished draft at the table: nobody else could read it.
    """
    return hand_on(tables=[HandedOn(table, to)], because=because, by=by, at=at)[0]


@transaction.atomic
def hand_on(*, tables: Sequence[HandedOn], because: LeavingReason, by: Actor, at: datetime) -> list[Seat]:
    """All of these get their new caseworker, or none does; an empty chair is filled. Each citizen hears of it.

    The tables are locked first, so a draft that is being kept right now is either seen or comes too late.
    Raises NotPossible at a closed table, for whoever does it, for somebody of elsewhere, without a telephone, or who
    sits at the table already as something else; and with all the case numbers at which the one who leaves has drafts.
    """
    for person in {one.to for one in tables}:
        if person.pk == by.pk:
            raise NotPossible(_("Du kan ikke gøre dig selv til sagsbehandler."))
        must_be_reachable(person)
    left = iter(sorted(tables, key=lambda one: one.table.pk))
    batches = [_hold(batch, at) for batch in iter(lambda: list(islice(left, BATCH)), [])]
    must_be_in_office(people={one.to for one in tables}, at=at)
    _must_have_finished([seat for batch in batches for seat in batch.old])
    return [seat for batch in batches for seat in _hand_on(batch, because, by, at)]


@dataclass(frozen=True, slots=True)
class _Batch:
    """Locked tables, who is to sit there, and the coordinators' seats that end."""

    to: dict[Table, Person]
    old: list[Seat]


def _hold(batch: Sequence[HandedOn], at: datetime) -> _Batch:
    to = {one.table: one.to for one in batch}
    keys = [table.pk for table in to]
    must_be_open(to)
    there = Seat.objects.filter(table__in=keys).exclude(ends_at__lte=at).select_related("person", "table")
    around = list(there.select_for_update(of=("self",)).order_by("pk"))
    _must_fit(to, around)
    sitting = {seat.table_id: seat.person for seat in around if seat.role == SeatRole.COORDINATOR}
    if any(one.seen not in (Seen.ANYBODY, sitting.get(one.table.pk)) for one in batch):
        raise NotPossible(_("Noget har ændret sig imens. Se forslaget igennem igen."))
    return _Batch(to, [seat for seat in around if seat.role == SeatRole.COORDINATOR])


def _hand_on(batch: _Batch, because: LeavingReason, by: Actor, at: datetime) -> list[Seat]:
    old = batch.old
    _leave(old, at)
    Seat.objects.filter(pk__in=[seat.pk for seat in old]).update(left_because=because)
    record_all(act="seat.leave", by=by, things=old, at=at)
    call_off_all(about=old, kind=Kind.NEW_CASEWORKER, at=at)
    end_together(seats=substitutes(tables=batch.to, at=at), by=by, at=at)
    return _sit_down(batch.to, by, at)


def end_together(*, seats: Iterable[Seat], by: Actor, at: datetime) -> int:
    """These seats end now, those to come never begin; how many that was."""
    ending = list(seats)
    _leave(ending, at)
    record_all(act="seat.leave", by=by, things=ending, at=at)
    return len(ending)


def _leave(seats: Iterable[Seat], at: datetime) -> None:
    rows = Seat.objects.filter(pk__in=[seat.pk for seat in seats])
    Opening.objects.filter(seat__in=rows.values("pk"), until__gt=at).update(until=at)
    rows.filter(starts_at__gt=at).update(ends_at=F("starts_at"))
    rows.filter(starts_at__lte=at).update(ends_at=at)


def _sit_down(to: Mapping[Table, Person], by: Actor, at: datetime) -> list[Seat]:
    seats = Seat.objects.bulk_create(
        Seat(
            table=table,
            municipality_id=table.municipality_id,
            person=person,
            role=SeatRole.COORDINATOR,
            starts_at=at,
        )
        for table, person in to.items()
    )
    record_all(act="seat.take", by=by, things=seats, at=at)
    heads = heads_of(tables=to, at=at)
    letters = [(head, seat, f"new_caseworker:{seat.pk}") for seat in seats for head in heads.get(seat.table_id, ())]
    queue_all(letters=letters, kind=Kind.NEW_CASEWORKER, at=at)
    return seats


def _must_fit(to: Mapping[Table, Person], around: Sequence[Seat]) -> None:
    """Rights never add up: who sits there as head, mentor or guest does not also become the caseworker."""
    if any(table.municipality_id != person.municipality_id for table, person in to.items()):
        raise NotPossible(_("Personen skal være oprettet i samme kommune som bordet."))
    for seat in around:
        if seat.person_id == to[seat.table].pk and seat.role != SeatRole.SUBSTITUTE:
            raise NotPossible(_("Personen sidder der allerede."))


def _must_have_finished(old: Sequence[Seat]) -> None:
    """All there is to finish is named at once: whoever finishes one after the other would be sent back each time."""
    for person in {seat.person for seat in old}:
        own = [seat.table for seat in old if seat.person_id == person.pk]
        found = left_unfinished_at(of=person, tables=own)
        if found:
            unfinished = [table for table in own if table.pk in found]
            raise NotPossible(_unfinished(person, unfinished if len(old) > 1 else []))


def _unfinished(person: Person, tables: Sequence[Table]) -> str:
    numbers = case_numbers(tables=tables)
    where = ", ".join(sorted(number for number in numbers.values() if number)) or _("dette bord")
    words = _("%(name)s har kladder ved %(where)s. De skal først gøres færdige eller smides væk.")
    return words % {"name": person.given_name, "where": where}
