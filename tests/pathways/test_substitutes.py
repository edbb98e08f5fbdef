"""Bo is away and Ole stands in: for whole days, at one table or at all, never two at once, ended in one step."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from bordenden.audit.models import Entry
from bordenden.foundation.days import begin_of, end_of
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.models import Seat
from bordenden.pathways.queries import substitutes
from bordenden.pathways.words import LeavingReason, Room, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.queries import colleagues
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast
from tests.web.staff.cases import many_citizens

TODAY = MONDAY.date()
DAY = timedelta(days=1)


def away(
    cast: Cast, colleague: Person | None = None, first: date = TODAY, last: date = TODAY + 9 * DAY
) -> list[Seat]:
    """Bo goes away and names somebody."""
    return actions.stand_in(
        tables=[cast.aminas_table], colleague=colleague or cast.ole, first=first, last=last, by=cast.bo, at=MONDAY
    )


def newcomer(cast: Cast) -> Person:
    """One more caseworker in Fjordby."""
    vera = people.register(
        municipality=cast.fjordby, given_name="Vera", phone="20 00 00 56", reachable="man 9–10", made_up=True
    )
    programmes.give_office(person=vera, role=OfficeRole.CASEWORKER, project=cast.project, at=MONDAY)
    return vera


def test_today_begins_now_and_the_last_day_is_whole(cast: Cast) -> None:
    (seat,) = away(cast)
    assert (seat.person, seat.role, seat.starts_at) == (cast.ole, SeatRole.SUBSTITUTE, MONDAY)
    assert seat.ends_at == end_of(date(2026, 3, 11))
    (later,) = away(cast, first=TODAY + 20 * DAY, last=TODAY + 20 * DAY)
    assert (later.starts_at, later.ends_at) == (begin_of(TODAY + 20 * DAY), end_of(TODAY + 20 * DAY))


def test_bo_keeps_his_own_seat(cast: Cast) -> None:
    away(cast)
    cast.bos_seat.refresh_from_db()
    assert cast.bos_seat.ends_at is None


def test_the_taking_is_in_the_audit_with_its_table(cast: Cast) -> None:
    (seat,) = away(cast)
    entry = Entry.objects.get(act="seat.take", thing=seat.pk)
    assert (entry.actor, entry.table) == (cast.bo.pk, cast.aminas_table.pk)


def test_all_of_bos_tables_at_once_and_twice_is_once(cast: Cast) -> None:
    tables = [cast.aminas_table, *many_citizens(cast, 3)]
    for _press in range(2):
        seats = actions.stand_in(
            tables=tables, colleague=cast.ole, first=TODAY, last=TODAY + DAY, by=cast.bo, at=MONDAY
        )
        assert {seat.table_id for seat in seats} == {table.pk for table in tables}
    assert Seat.objects.filter(role=SeatRole.SUBSTITUTE).count() == 4


def test_two_substitutes_at_once_are_refused_with_who_and_when(cast: Cast) -> None:
    away(cast)
    vera = newcomer(cast)
    with pytest.raises(NotPossible) as refused:
        away(cast, vera, TODAY + 9 * DAY, TODAY + 12 * DAY)
    assert str(refused.value) == (
        "Ole Brandt er allerede vikar fra 2. marts til og med 11. marts. Slut det først, eller vælg andre dage."
    )
    (next_one,) = away(cast, vera, TODAY + 10 * DAY, TODAY + 12 * DAY)
    assert next_one.person == vera


@pytest.mark.parametrize("name", ["bo", "lis", "mie", "amina", "niels", "eva"])
def test_only_a_caseworker_of_the_same_municipality_is_a_colleague(cast: Cast, name: str) -> None:
    with pytest.raises(NotPossible, match="Vælg en kollega"):
        away(cast, getattr(cast, name))


def test_bos_colleagues_are_ole_and_birthe_and_an_office_that_is_over_is_none(cast: Cast) -> None:
    assert list(colleagues(of=cast.bo, at=MONDAY)) == [cast.birthe, cast.ole]
    assert list(colleagues(of=cast.niels, at=MONDAY)) == []
    office = cast.birthe.offices.get()
    office.ends_at = MONDAY
    office.save()
    assert list(colleagues(of=cast.bo, at=MONDAY)) == [cast.ole]
    assert cast.birthe in colleagues(of=cast.bo, at=MONDAY - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (-1, 3, "Den første dag er gået"),
        (5, 4, "ligger før den første"),
        (183, 184, "inden for et halvt år"),
        (0, 92, "mere end tre måneder"),
    ],
)
def test_impossible_days_say_what_to_do(cast: Cast, first: int, last: int, says: str) -> None:
    with pytest.raises(NotPossible, match=says):
        away(cast, first=TODAY + first * DAY, last=TODAY + last * DAY)
    assert not Seat.objects.filter(role=SeatRole.SUBSTITUTE).exists()


def test_the_longest_time_away_is_allowed(cast: Cast) -> None:
    (seat,) = away(cast, first=TODAY, last=TODAY + 91 * DAY)
    assert seat.ends_at == end_of(TODAY + 91 * DAY)


def test_who_sits_at_the_table_already_is_no_substitute_there(cast: Cast) -> None:
    actions.seat(table=cast.aminas_table, person=cast.ole, role=SeatRole.GUEST, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="sidder der allerede"):
        away(cast)
    (other,) = many_citizens(cast, 1)
    seats = actions.stand_in(
        tables=[cast.aminas_table, other], colleague=cast.ole, first=TODAY, last=TODAY, by=cast.bo, at=MONDAY
    )
    assert [seat.table_id for seat in seats] == [other.pk]


def test_bo_is_back_early_and_what_was_to_come_never_begins(cast: Cast) -> None:
    (running,) = away(cast, last=TODAY + 4 * DAY)
    (coming,) = away(cast, first=TODAY + 10 * DAY, last=TODAY + 12 * DAY)
    back = MONDAY + DAY
    assert actions.end_substitution(tables=[cast.aminas_table], by=cast.bo, at=back) == 2
    running.refresh_from_db()
    coming.refresh_from_db()
    assert running.ends_at == back
    assert coming.ends_at == coming.starts_at
    assert list(substitutes(tables=[cast.aminas_table], at=back)) == []
    assert actions.end_substitution(tables=[cast.aminas_table], by=cast.bo, at=back) == 0


def test_when_the_coordinator_leaves_the_substitute_leaves_too(cast: Cast) -> None:
    (seat,) = away(cast)
    actions.change_coordinator(
        table=cast.aminas_table, to=cast.birthe, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY + DAY
    )
    seat.refresh_from_db()
    assert seat.ends_at == MONDAY + DAY


def test_when_a_guest_leaves_the_substitute_stays(cast: Cast) -> None:
    (seat,) = away(cast)
    before = seat.ends_at
    actions.leave_seat(seat=cast.saras_seat, by=cast.amina, at=MONDAY + DAY)
    seat.refresh_from_db()
    assert seat.ends_at == before


def test_there_is_nothing_to_open_for_a_substitute(cast: Cast) -> None:
    (seat,) = away(cast)
    with pytest.raises(NotPossible, match="ikke noget at åbne"):
        actions.open_room(seat=seat, room=Room.DEVELOPMENT, by=cast.amina, at=MONDAY)


def test_the_database_keeps_no_substitute_without_a_last_day(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="substitute_has_a_last_day"), transaction.atomic():
        Seat.objects.create(
            table=cast.aminas_table,
            municipality=cast.fjordby,
            person=cast.ole,
            role=SeatRole.SUBSTITUTE,
            starts_at=MONDAY,
        )
