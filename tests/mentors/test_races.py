"""Many choose one mentor in the same moment: as many as there is room for, on either database."""

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY
from tests.mentors.conftest import mentor, somebody

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
