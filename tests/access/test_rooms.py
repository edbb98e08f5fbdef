"""The rooms at the gate: who is let in at all, and which doors the law, and not she, holds open."""

from datetime import datetime, timedelta

import pytest

from bordenden.access import acts, gate
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room, SeatRole
from tests.cast import MONDAY, Cast, viewer_of

SECOND = timedelta(seconds=1)
LAWFUL = (SeatRole.COORDINATOR, SeatRole.SUBSTITUTE, SeatRole.SUPERVISOR)


def tables_of(cast: Cast, name: str, at: datetime = MONDAY) -> list[object]:
    viewer = viewer_of(getattr(cast, name))
    return list(gate.reachable(viewer, acts.GUEST_TABLE_READ, at=at))


@pytest.mark.parametrize("room", Room)
def test_mie_is_a_visitor_while_any_room_is_open_and_a_stranger_otherwise(cast: Cast, room: Room) -> None:
    assert tables_of(cast, "mie") == []
    pathways.open_room(seat=cast.mies_seat, room=room, by=cast.amina, at=MONDAY)
    assert tables_of(cast, "mie") == [cast.aminas_table]
    assert gate.may(viewer_of(cast.mie), acts.GUEST_TABLE_READ, cast.aminas_table, at=MONDAY)
    pathways.close_room(seat=cast.mies_seat, room=room, by=cast.amina, at=MONDAY + SECOND)
    assert tables_of(cast, "mie", MONDAY + SECOND) == []
    assert not gate.may(viewer_of(cast.mie), acts.GUEST_TABLE_READ, cast.aminas_table, at=MONDAY + SECOND)


def test_sara_who_is_invited_with_nothing_opened_visits_nothing(cast: Cast) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    assert tables_of(cast, "sara") == []
    assert not gate.may(viewer_of(cast.sara), acts.GUEST_TABLE_READ, cast.aminas_table, at=MONDAY)


def test_the_law_opens_plan_and_log_for_the_office_and_nothing_for_anybody_else() -> None:
    lawful = {(room, role) for room in Room for role in SeatRole if acts.needs_no_opening(room, role)}
    head = {(room, SeatRole.HEAD) for room in Room}
    task = {(room, role) for room in (Room.PLAN, Room.CONTACTS) for role in LAWFUL}
    assert lawful - head == task
