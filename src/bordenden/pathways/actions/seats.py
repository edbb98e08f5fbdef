"""Writes about seats: a table is laid, somebody sits down, leaves, or takes over as caseworker.

Whoever writes here holds the tables first and the offices after them: two acts never wait for each other.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Opening, Seat, Table
from bordenden.pathways.queries import substitutes
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole


@transaction.atomic
def lay_table(*, head: Person, by: Actor, at: datetime) -> Table:
    """A new table with its head seated."""
    table = Table.objects.create(municipality_id=head.municipality_id, opened_at=at)
    seat(table=table, person=head, role=SeatRole.HEAD, by=by, at=at)
    return table


@transaction.atomic
def seat(*, table: Table, person: Person, role: SeatRole, by: Actor, at: datetime) -> Seat:
    """A seat from now on. Raises NotPossible at a closed table, for a person of elsewhere, or a seat already taken.

    Whoever becomes her caseworker has a direct telephone and hours, for she is to be able to call; and works here
    still, whoever ends the office in this very moment.
    """
    if person.municipality_id != table.municipality_id:
        raise NotPossible(_("Personen skal være oprettet i samme kommune som bordet."))
    must_be_open([table])
    if role == SeatRole.COORDINATOR:
        must_be_reachable(person)
        must_be_in_office(people=[person], at=at)
    taken = Seat.objects.filter(table=table, role=role, ends_at__isnull=True)
    if taken.filter(person=person).exists():
        raise NotPossible(_("Personen sidder der allerede."))
    if role == SeatRole.COORDINATOR and taken.exists():
        raise NotPossible(_("Pladsen er optaget. Den, der sidder der, skal først rejse sig."))
    new = Seat.objects.create(
        table=table, municipality_id=table.municipality_id, person=person, role=role, starts_at=at
    )
    record(act="seat.take", by=by, thing=new, at=at)
    return new


@transaction.atomic
def leave_seat(*, seat: Seat, by: Actor, at: datetime) -> Seat:
    """The seat ends now; from this very moment its holder is a stranger. Rooms opened for it close with it.

    A seat that has not begun yet never will. Whoever stands in for a coordinator leaves with the coordinator.
    """
    seat.ends_at = max(at, seat.starts_at)
    seat.save(update_fields=["ends_at"])
    Opening.objects.filter(seat=seat, until__gt=at).update(until=at)
    record(act="seat.leave", by=by, thing=seat, at=at)
    if seat.role == SeatRole.COORDINATOR:
        end_substitution(tables=[seat.table], by=by, at=at)
    return seat


@transaction.atomic
def end_substitution(*, tables: Iterable[Table], by: Actor, at: datetime) -> int:
    """Every substitute at these tables leaves now, and none that was to come will; how many seats that was."""
    seats = list(substitutes(tables=tables, at=at))
    for seat in seats:
        leave_seat(seat=seat, by=by, at=at)
    return len(seats)


def hold_tables(tables: Iterable[Table]) -> list[Table]:
    """These tables as they are now, and as they stay until the transaction ends: always before an office."""
    held = Table.objects.select_for_update(of=("self",), no_key=True)
    return list(held.filter(pk__in={table.pk for table in tables}).order_by("pk"))


def must_be_open(tables: Iterable[Table]) -> None:
    """Nobody sits down at a closed table, and no course begins there; whoever is closing one is waited for."""
    if any(table.closed_at is not None for table in hold_tables(tables)):
        raise NotPossible(_("Bordet er lukket. Der skal et nyt bord til."))


def in_office(*, people: Collection[Person], at: datetime, beside: Office | None = None) -> bool:
    """Whether whoever was a caseworker of a project is one still; the offices stay locked, so none ends meanwhile.

    `beside`: an office that is to end in the same act, locked with them. One that ended since `at` is over as well.
    """
    own = Q(role=OfficeRole.CASEWORKER, person__in=[one.pk for one in people])
    rows = Office.objects.filter(own | Q(pk=beside.pk) if beside else own).order_by("pk")
    held: dict[UUID, bool] = {}
    for office in rows.select_for_update(of=("self",), no_key=True):
        runs = office.starts_at <= at and office.ends_at is None
        held[office.person_id] = held.get(office.person_id, False) or runs
    return all(held.get(one.pk, True) for one in people)


def must_be_in_office(*, people: Collection[Person], at: datetime, beside: Office | None = None) -> None:
    """As `in_office`; raises NotPossible where somebody is not."""
    if not in_office(people=people, at=at, beside=beside):
        raise NotPossible(_("Vælg en sagsbehandler i projektet, som borgeren kan ringe til."))


def must_be_reachable(person: Person) -> None:
    """She reads whom to call and when; whoever takes the telephone says so first."""
    if not person.can_be_called:
        words = _("Borgeren skal kunne ringe direkte til %(name)s. Skriv først telefon og træffetid.")
        raise NotPossible(words % {"name": person.given_name})
