"""Many choose one mentor in the same moment: as many as there is room for, on either database."""

from datetime import timedelta
from functools import partial
from threading import Event
from uuid import uuid4

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.mentors.actions import Terms
from bordenden.mentors.models import MentorAgreement, MentorOffering
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.mentors.conftest import mentor, somebody

TODAY = MONDAY.date()
pytestmark = pytest.mark.django_db(transaction=True)
CITIZENS, ROOM = 16, 3


def test_as_many_as_there_is_room_for_and_no_more() -> None:
    cast = seat_everybody(at=MONDAY)
    aisha = mentor(cast, somebody(cast, "Aisha"), ROOM)
    heads = [somebody(cast, f"Borger {number}") for number in range(CITIZENS)]
    tables = [pathways.lay_table(head=head, by=cast.ole, at=MONDAY) for head in heads]

    def choose(table: Table, head: Person) -> None:
        actions.choose(table=table, profile=aisha, words="Ro", by=head, at=MONDAY)

    raised = together(
        *(lambda table=table, head=head: choose(table, head) for table, head in zip(tables, heads, strict=True))
    )
    assert (raised.count(None), sum(isinstance(error, NotPossible) for error in raised)) == (ROOM, CITIZENS - ROOM)
    assert Seat.objects.filter(person=aisha.person, role=SeatRole.MENTOR, ends_at=None).count() == ROOM
    assert queries.room_left(profile=aisha) == 0


def test_an_offer_in_the_very_moment_she_chooses_finds_that_she_has_a_mentor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bo offers when her choice has just found no offer: neither a fault of the database nor an offer nobody answers."""
    cast = seat_everybody(at=MONDAY)
    aisha, head = mentor(cast, somebody(cast, "Aisha")), somebody(cast, "Nora")
    table = pathways.lay_table(head=head, by=cast.ole, at=MONDAY)
    looked, offered, look = Event(), Event(), queries.offering_of

    def looks_and_lets_bo_come(*, table: Table) -> MentorOffering | None:
        found = look(table=table)
        if not looked.is_set():
            looked.set()
            offered.wait(1)
        return found

    def offers() -> None:
        looked.wait(20)
        try:
            actions.offer(table=table, by=cast.bo, at=MONDAY)
        finally:
            offered.set()

    monkeypatch.setattr("bordenden.mentors.actions.offering.offering_of", looks_and_lets_bo_come)
    raised = together(partial(actions.choose, table=table, profile=aisha, words="Ro", by=head, at=MONDAY), offers)
    assert [str(error) for error in raised] == ["None", "Der sidder allerede en mentor ved bordet."]
    assert [one.answer for one in queries.offerings_of(table=table)] == [OfferAnswer.YES]


def test_her_yes_while_it_is_written_anew_makes_it_stand_or_comes_too_late() -> None:
    """Never both: an agreement that the two have said yes to is not dropped by what the caseworker had before him."""
    cast = seat_everybody(at=MONDAY)
    half, other = (Terms(TODAY, TODAY + timedelta(days=days), "To timer", "En", "To") for days in (30, 60))
    for _time in range(4):
        newest = queries.agreements_of(seat=cast.mies_seat).first()
        waits = write(cast, half, newest.version if newest else 0)
        actions.say_yes(agreement=waits, by=cast.mie, at=MONDAY)
        together(
            partial(actions.say_yes, agreement=waits, by=cast.amina, at=MONDAY),
            partial(write, cast, other, waits.version),
        )
        waits.refresh_from_db()
        assert (waits.agreed, waits.dropped_at) in {(True, None), (False, MONDAY)}
        # The next round begins with none that stands.
        MentorAgreement.objects.filter(pk=waits.pk).update(dropped_at=MONDAY)


def write(cast: Cast, terms: Terms, version: int) -> MentorAgreement:
    return actions.write_agreement(
        seat=cast.mies_seat, terms=terms, version=version, form_key=uuid4(), by=cast.bo, at=MONDAY
    )
