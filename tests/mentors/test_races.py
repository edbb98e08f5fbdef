"""Many choose one mentor in the same moment: as many as there is room for, on either database."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.mentors.actions import Terms
from bordenden.mentors.models import MentorAgreement
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
