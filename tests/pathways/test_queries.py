"""Who sits where and when, the caseload in Danish order, and searching as people write."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from bordenden.pathways import actions, queries
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import Decider, ExitReason, Room, SeatRole
from bordenden.people import actions as people
from tests.cast import MONDAY, Cast

SECOND = timedelta(seconds=1)


def table_of(cast: Cast, given: str, family: str) -> Table:
    """A new citizen at the head of a new table with Bo."""
    head = people.register(municipality=cast.fjordby, given_name=given, family_name=family, made_up=True)
    table = actions.lay_table(head=head, by=cast.bo, at=MONDAY)
    actions.seat(table=table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    return table


def names(cast: Cast, search: str = "") -> list[str]:
    """Who is in the list, as it is ordered."""
    rows = queries.caseload(tables=Table.objects.all(), search=search, at=MONDAY)
    return [case.heads[0].name for case in queries.cases(tables=rows, at=MONDAY)]


def test_everybody_at_the_table_but_the_head_in_the_order_they_came(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    actions.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    with django_assert_num_queries(2):
        places = queries.places(table=cast.aminas_table, at=MONDAY)
    assert [(place.person, place.role, set(place.rooms)) for place in places] == [
        (cast.mie, SeatRole.MENTOR, {Room.PLAN}),
        (cast.bo, SeatRole.COORDINATOR, set()),
        (cast.sara, SeatRole.GUEST, set()),
    ]


def test_birthe_is_gone_from_the_second_her_seat_ended(cast: Cast) -> None:
    ended = cast.birthes_seat.ends_at
    assert ended is not None
    before = [place.person for place in queries.places(table=cast.aminas_table, at=ended - SECOND)]
    after = [place.person for place in queries.places(table=cast.aminas_table, at=ended)]
    assert (cast.birthe in before, cast.birthe in after, cast.bo in after) == (True, False, True)


def test_a_room_is_open_up_to_and_without_its_last_second(cast: Cast) -> None:
    until = MONDAY + timedelta(days=1)
    actions.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY, until=until)
    seen = [queries.rooms_of(seat=cast.mies_seat, at=at) for at in (MONDAY - SECOND, MONDAY, until - SECOND, until)]
    assert seen == [{}, {Room.PLAN: until}, {Room.PLAN: until}, {}]


def test_a_family_has_two_heads_and_both_are_named(cast: Cast) -> None:
    assert queries.at_the_head(table=cast.holms_table, at=MONDAY) == [cast.jens, cast.lone]


def test_the_course_is_the_newest_with_its_exit(cast: Cast) -> None:
    course = queries.course(table=cast.aminas_table)
    assert course == cast.aminas_course
    assert course is not None
    assert not hasattr(course, "exit")


def test_the_list_is_in_danish_order_with_ae_oe_aa_last_and_aa_as_aa(cast: Cast) -> None:
    Seat.objects.all().delete()
    for given, family in [
        ("Åse", "Berg"),
        ("Ole", "Aarup"),
        ("Ældrun", "Ø"),
        ("Øjvind", "A"),
        ("Aage", "B"),
        ("Zoë", "C"),
    ]:
        table_of(cast, given, family)
    assert names_with_heads(cast) == ["Ole Aarup", "Zoë C", "Ældrun Ø", "Øjvind A", "Aage B", "Åse Berg"]


def names_with_heads(cast: Cast) -> list[str]:
    """The list without tables nobody heads."""
    rows = queries.caseload(tables=Table.objects.all(), search="", at=MONDAY)
    return [case.heads[0].name for case in queries.cases(tables=rows, at=MONDAY) if case.heads]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("åse", ["Åse Kjær"]),
        ("AASE", ["Åse Kjær"]),
        ("kjÆr", ["Åse Kjær"]),
        ("sekj", ["Åse Kjær"]),
        ("søren ø", ["Søren Ørum"]),
        ("yusuf", ["Amina Yusuf"]),
        ("amina  yusuf", ["Amina Yusuf"]),
        ("lone", ["Jens Holm"]),
        ("%", []),
        ("findes ikke", []),
    ],
)
def test_a_search_finds_as_people_write(cast: Cast, search: str, found: list[str]) -> None:
    table_of(cast, "Åse", "Kjær")
    table_of(cast, "Søren", "Ørum")
    assert names(cast, search) == found


def test_a_head_who_has_left_is_not_found_any_more(cast: Cast) -> None:
    seat = Seat.objects.get(table=cast.aminas_table, role=SeatRole.HEAD)
    actions.leave_seat(seat=seat, by=cast.bo, at=MONDAY)
    rows = queries.caseload(tables=Table.objects.all(), search="amina", at=MONDAY)
    assert list(rows) == []


def test_a_search_never_finds_outside_the_tables_it_was_given(cast: Cast) -> None:
    ours = Table.objects.filter(pk=cast.karims_table.pk)
    assert list(queries.caseload(tables=ours, search="amina", at=MONDAY)) == []


def test_cases_cost_two_queries_for_one_and_for_many(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tables = [cast.aminas_table, cast.karims_table, cast.holms_table]
    for some in (tables[:1], tables):
        with django_assert_num_queries(2):
            assert [case.table for case in queries.cases(tables=some, at=MONDAY)] == some


def test_a_case_says_when_its_course_ended(cast: Cast) -> None:
    actions.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    hers, his = queries.cases(tables=[cast.aminas_table, cast.karims_table], at=MONDAY)
    assert (hers.ended_on, his.ended_on) == (MONDAY.date(), None)
    assert hers.course == cast.aminas_course
