"""Writes about substitutes: a colleague stands in while a caseworker is away."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.days import begin_of, end_of, last_day_before
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.actions.seats import must_be_in_office, must_be_open, must_be_reachable
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.queries import colleagues

# A substitute is for a holiday or an illness; whoever is away longer is replaced.
LONGEST_AWAY = timedelta(days=92)
FURTHEST_AWAY = timedelta(days=182)


@transaction.atomic
def stand_in(
    *, tables: Iterable[Table], colleague: Person, first: date, last: date, by: Person, at: datetime
) -> list[Seat]:
    """The colleague is substitute at these tables from `first` to and including `last`; today begins now.

    Tables where the colleague sits already are left out; the same said twice gives the seats there are. Raises
    NotPossible for somebody who is no colleague, for impossible days, and where another substitute sits then.
    """
    _must_be_days_to_be_away(first, last, localdate(at))
    if not colleagues(of=by, at=at).filter(pk=colleague.pk).exists():
        raise NotPossible(_("Vælg en kollega, der er sagsbehandler i samme kommune."))
    must_be_reachable(colleague)
    starts_at, ends_at = max(at, begin_of(first)), end_of(last)
    asked = {table.pk: table for table in tables}
    must_be_open(asked.values())
    # Two windows that appoint somebody at once: the second waits here and then meets what the first did.
    coordinated = Seat.objects.select_for_update(of=("self",)).filter(
        table__in=asked, role=SeatRole.COORDINATOR, ends_at__isnull=True
    )
    list(coordinated.order_by("pk"))
    must_be_in_office(people=[colleague], at=at)
    there = Seat.objects.filter(table__in=asked).exclude(ends_at__lte=starts_at).filter(starts_at__lt=ends_at)
    again = there.filter(
        role=SeatRole.SUBSTITUTE,
        person=colleague,
        ends_at=ends_at,
        starts_at__gte=begin_of(first),
        starts_at__lte=starts_at,
    )
    same = list(again.select_related("person").order_by("pk"))
    for seat in same:
        asked.pop(seat.table_id)
    _must_be_nobody_else(there.filter(table__in=asked, role=SeatRole.SUBSTITUTE))
    for taken in there.filter(table__in=asked, person=colleague):
        asked.pop(taken.table_id, None)
    if not asked and not same:
        raise NotPossible(_("Din kollega sidder der allerede. Vælg en anden."))
    return same + _seat_substitutes(asked.values(), colleague, starts_at, ends_at, by, at)


def _seat_substitutes(
    tables: Iterable[Table], colleague: Person, starts_at: datetime, ends_at: datetime, by: Actor, at: datetime
) -> list[Seat]:
    seats = Seat.objects.bulk_create(
        Seat(
            table=table,
            municipality_id=table.municipality_id,
            person=colleague,
            role=SeatRole.SUBSTITUTE,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        for table in tables
    )
    for new in seats:
        record(act="seat.take", by=by, thing=new, at=at)
    return seats


def _must_be_days_to_be_away(first: date, last: date, today: date) -> None:
    if first < today:
        raise NotPossible(_("Den første dag er gået. Vælg i dag eller en dag, der kommer."))
    if last < first:
        raise NotPossible(_("Den sidste dag ligger før den første. Byt dem om."))
    if first > today + FURTHEST_AWAY:
        raise NotPossible(_("Vælg en første dag inden for et halvt år."))
    if last - first >= LONGEST_AWAY:
        raise NotPossible(
            _("Er du væk i mere end tre måneder, skal borgeren have en ny sagsbehandler. Vælg færre dage.")
        )


def _must_be_nobody_else(others: QuerySet[Seat]) -> None:
    other = others.select_related("person").order_by("starts_at", "pk").first()
    if other is not None and other.ends_at is not None:
        words = _(
            "%(name)s er allerede vikar fra %(first)s til og med %(last)s. Slut det først, eller vælg andre dage."
        )
        first, last = localdate(other.starts_at), last_day_before(other.ends_at)
        raise NotPossible(
            words
            % {
                "name": other.person.name,
                "first": date_format(first, "MONTH_DAY_FORMAT"),
                "last": date_format(last, "MONTH_DAY_FORMAT"),
            }
        )
