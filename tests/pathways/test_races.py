"""Somebody sits down in the very moment an office ends or a table is closed: whoever comes second waits, and is told."""

from collections.abc import Callable
from datetime import timedelta
from threading import Event

import pytest
from django.db import transaction

from bordenden.moves import actions as moves
from bordenden.moves.models import Move
from bordenden.moves.words import MoveAnswer
from bordenden.pathways import actions
from bordenden.pathways.actions.seats import hold_tables
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import Decider, ExitReason, LeavingReason, SeatRole
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast

# SQLite lets one write at a time: there nobody ever comes in between.
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
Work = Callable[[], object]
LATER = MONDAY + timedelta(seconds=1)
WORKS_HERE_NO_MORE = "Vælg en sagsbehandler i projektet, som borgeren kan ringe til."
STILL_CASEWORKER = "Birthe er stadig sagsbehandler for nogen. Flyt dem først."
CLOSED = "Bordet er lukket. Der skal et nyt bord til."


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


def one_before_the_other(first: Work, second: Work) -> list[str]:
    """`first` is done and not yet committed when `second` begins; what each was told."""
    done, came = Event(), Event()

    @transaction.atomic
    def holds() -> None:
        try:
            first()
        finally:
            done.set()
        came.wait(1)

    @transaction.atomic
    def comes() -> None:
        done.wait(20)
        try:
            second()
        finally:
            came.set()

    return [str(error or "") for error in together(holds, comes)]


def birthes_office_ends(cast: Cast) -> Work:
    """A second after the others asked for what they do."""
    office = Office.objects.get(person=cast.birthe, role=OfficeRole.CASEWORKER)
    return lambda: actions.end_office(project=cast.project, office=office, by=cast.lis, at=LATER)


def birthe_sits_down(cast: Cast, how: str) -> Work:
    """At a table without a caseworker, by a hand over, or as a substitute."""
    empty = actions.lay_table(head=cast.sara, by=cast.lis, at=MONDAY)
    today = MONDAY.date()
    ways: dict[str, Work] = {
        "seat": lambda: actions.seat(
            table=empty, person=cast.birthe, role=SeatRole.COORDINATOR, by=cast.lis, at=MONDAY
        ),
        "hand on": lambda: actions.change_coordinator(
            table=cast.aminas_table, to=cast.birthe, because=LeavingReason.MATCH, by=cast.lis, at=MONDAY
        ),
        "stand in": lambda: actions.stand_in(
            tables=[cast.aminas_table], colleague=cast.birthe, first=today, last=today, by=cast.bo, at=MONDAY
        ),
    }
    return ways[how]


@pytest.mark.parametrize("how", ["seat", "hand on", "stand in"])
def test_whose_office_ends_meanwhile_is_not_seated(seated: Cast, how: str) -> None:
    told = one_before_the_other(birthes_office_ends(seated), birthe_sits_down(seated, how))
    assert told == ["", WORKS_HERE_NO_MORE]
    assert not Seat.objects.filter(person=seated.birthe, ends_at=None).exists()


def test_who_is_being_seated_keeps_the_office(seated: Cast) -> None:
    told = one_before_the_other(birthe_sits_down(seated, "seat"), birthes_office_ends(seated))
    assert told == ["", STILL_CASEWORKER]
    assert Office.objects.get(person=seated.birthe, role=OfficeRole.CASEWORKER).ends_at is None


def test_an_office_that_ends_while_its_holder_becomes_a_substitute_ends_for_good_or_not_at_all(seated: Cast) -> None:
    told = one_before_the_other(birthe_sits_down(seated, "stand in"), birthes_office_ends(seated))
    assert told == ["", "Noget har ændret sig imens. Prøv igen."]
    birthes_office_ends(seated)()
    assert Seat.objects.get(person=seated.birthe, role=SeatRole.SUBSTITUTE).ends_at == LATER


def her_table_is_closed(cast: Cast) -> Work:
    """Amina has moved and takes along what is hers."""
    ended = actions.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.MOVED,
        decided_by=Decider.CITIZEN,
        moved_to=cast.bakkeby,
        by=cast.bo,
        at=MONDAY,
    )
    move = Move.objects.create(
        table=cast.aminas_table,
        municipality=cast.fjordby,
        exit=ended,
        destination=cast.bakkeby,
        asked_at=MONDAY,
        answer=MoveAnswer.YES,
        answered_at=MONDAY,
    )
    return lambda: moves.pack(move=move, by=cast.bo, at=MONDAY)


def something_begins_there(cast: Cast, what: str) -> Work:
    ways: dict[str, Work] = {
        "seat": lambda: actions.seat(
            table=cast.aminas_table, person=cast.karim, role=SeatRole.GUEST, by=cast.amina, at=MONDAY
        ),
        "enrol": lambda: actions.enrol(
            table=cast.aminas_table,
            project=cast.project,
            reference="F-9",
            referred_on=MONDAY.date().replace(day=3),
            by=cast.bo,
            at=MONDAY,
        ),
    }
    return ways[what]


@pytest.mark.parametrize("what", ["seat", "enrol"])
def test_at_a_table_that_is_being_closed_nothing_begins(seated: Cast, what: str) -> None:
    told = one_before_the_other(her_table_is_closed(seated), something_begins_there(seated, what))
    assert told == ["", CLOSED]
    assert not Enrolment.objects.filter(table=seated.aminas_table, ended_on=None).exists()


def test_who_sat_down_before_it_is_closed_gets_up_with_the_others(seated: Cast) -> None:
    told = one_before_the_other(something_begins_there(seated, "seat"), her_table_is_closed(seated))
    assert told == ["", ""]
    left = Seat.objects.filter(table=seated.aminas_table, ends_at=None).values_list("role", flat=True)
    assert list(left) == [SeatRole.HEAD]
    assert Table.objects.get(pk=seated.aminas_table.pk).closed_at == MONDAY


def test_a_caseload_moves_while_somebody_says_yes_at_one_of_its_tables(seated: Cast) -> None:
    """Both hold the table before the office: else each would hold what the other waits for."""
    office = Office.objects.get(person=seated.bo, role=OfficeRole.CASEWORKER)
    at_the_table, moved = Event(), Event()

    @transaction.atomic
    def says_yes() -> None:
        hold_tables([seated.aminas_table])
        at_the_table.set()
        moved.wait(1)
        assert actions.in_office(people=[seated.bo], at=MONDAY)

    def moves_them() -> None:
        at_the_table.wait(20)
        actions.move_caseload(
            project=seated.project,
            office=office,
            tables=[actions.HandedOn(seated.aminas_table, seated.birthe)],
            because=LeavingReason.NEW_WORK,
            stops=True,
            by=seated.lis,
            at=MONDAY,
        )
        moved.set()

    assert together(says_yes, moves_them) == [None, None]
    assert (
        Seat.objects.get(table=seated.aminas_table, role=SeatRole.COORDINATOR, ends_at=None).person == seated.birthe
    )
