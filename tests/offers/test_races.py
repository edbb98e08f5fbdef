"""Thirty-two at once for one offer: as many places as there are, order kept, nobody twice, on either database."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models import Count

from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.offers.models import Offer, Waiting, WaitingMark
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.post.models import Letter
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.offers.made import offer_of, tables_of

pytestmark = pytest.mark.django_db(transaction=True)
TAKERS, ROOM = 32, 5
Takers = list[tuple[Person, Table]]


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


def everybody_joins(offer: Offer, takers: Takers) -> list[BaseException | None]:
    def join(head: Person, table: Table) -> None:
        actions.join(offer=offer, table=table, form_key=uuid4(), by=head, at=MONDAY)

    return together(*(lambda head=head, table=table: join(head, table) for head, table in takers))


def test_thirty_two_at_once_are_as_many_places_as_there_are_and_a_line_in_order(seated: Cast) -> None:
    offer, takers = offer_of(seated, capacity=ROOM), tables_of(seated, TAKERS)
    assert everybody_joins(offer, takers) == [None] * TAKERS
    line = list(Waiting.objects.filter(offer=offer).order_by("since"))
    assert [row.state for row in line] == ["offered"] * ROOM + ["waiting"] * (TAKERS - ROOM)
    assert len({row.since for row in line}) == TAKERS
    assert [queries.position(waiting=row) for row in line[ROOM:]] == list(range(1, TAKERS - ROOM + 1))
    counted = dict(WaitingMark.objects.values_list("state").annotate(number=Count("pk")).order_by("state"))
    assert counted == {"waiting": TAKERS, "offered": ROOM}
    assert Letter.objects.filter(kind="place_offered").count() == ROOM


def test_every_place_given_up_at_once_goes_to_the_next_in_order(seated: Cast) -> None:
    offer, takers = offer_of(seated, capacity=ROOM), tables_of(seated, TAKERS)
    everybody_joins(offer, takers)
    heads = {table.pk: head for head, table in takers}
    line = list(Waiting.objects.filter(offer=offer).order_by("since"))
    late = line[0].answer_by
    assert late is not None
    answers = [
        lambda row=row, say=say: say(waiting=row, by=heads[row.table_id], at=late)
        for row, say in zip(line[:ROOM], [actions.decline, actions.take] * ROOM, strict=False)
    ]
    gone = together(*answers, *[lambda: actions.pass_on(offer=offer, at=late)] * 3)
    assert all(error is None or isinstance(error, NotPossible) for error in gone)
    now = list(Waiting.objects.filter(offer=offer).order_by("since"))
    out = sum(row.state in {"declined", "passed_on"} for row in now[:ROOM])
    assert [row.state for row in now[ROOM:]] == ["offered"] * out + ["waiting"] * (TAKERS - ROOM - out)
    assert sum(row.state in {"offered", "taken"} for row in now) == ROOM
    states = WaitingMark.objects.values_list("waiting", "state").annotate(number=Count("pk"))
    assert max(number for _waiting, _state, number in states) == 1


def test_one_citizen_on_thirty_two_devices_stands_in_line_once(seated: Cast) -> None:
    offer = offer_of(seated, capacity=0)
    assert everybody_joins(offer, [(seated.amina, seated.aminas_table)] * TAKERS) == [None] * TAKERS
    assert (Waiting.objects.count(), WaitingMark.objects.count()) == (1, 1)


def test_room_made_by_many_at_once_is_given_once(seated: Cast) -> None:
    offer, takers = offer_of(seated, capacity=0), tables_of(seated, ROOM + 3)
    for number, (head, table) in enumerate(takers):
        at = MONDAY + timedelta(minutes=number)
        actions.join(offer=offer, table=table, form_key=uuid4(), by=head, at=at)
    Offer.objects.filter(pk=offer.pk).update(capacity=ROOM)
    assert together(*[lambda: actions.give_places(offer=offer, at=MONDAY)] * 6) == [None] * 6
    line = [row.state for row in Waiting.objects.filter(offer=offer).order_by("since")]
    assert line == ["offered"] * ROOM + ["waiting"] * 3
