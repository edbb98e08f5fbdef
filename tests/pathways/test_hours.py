"""Whoever becomes her caseworker can be called: without a telephone and its hours the seat is refused."""

from datetime import timedelta
from typing import Any

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.models import Seat
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people.actions import register, set_hours
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast


def newcomer(cast: Cast, **known: str) -> Person:
    return register(municipality=cast.fjordby, given_name="Karen", made_up=True, **known)


@pytest.mark.requirement("R163")
@pytest.mark.parametrize("known", [{}, {"phone": "20 00 00 55"}, {"reachable": "man–fre 9–12"}])
def test_karen_is_no_caseworker_until_she_can_be_called(cast: Cast, known: dict[str, str]) -> None:
    karen = newcomer(cast, **known)
    with pytest.raises(NotPossible, match="Borgeren skal kunne ringe direkte til Karen"):
        actions.change_coordinator(
            table=cast.aminas_table, to=karen, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY
        )
    set_hours(person=karen, phone="20 00 00 55", reachable="man–fre 9–12", by=karen, at=MONDAY)
    karen.refresh_from_db()
    seat = actions.change_coordinator(
        table=cast.aminas_table, to=karen, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY
    )
    assert Seat.objects.get(table=cast.aminas_table, role=SeatRole.COORDINATOR, ends_at=None) == seat


def test_mie_may_sit_as_mentor_and_sara_as_guest_without(cast: Cast) -> None:
    karen = newcomer(cast)
    for role in (SeatRole.MENTOR, SeatRole.GUEST):
        assert actions.seat(table=cast.karims_table, person=karen, role=role, by=cast.karim, at=MONDAY).role == role


def test_whoever_stands_in_can_be_called_too(cast: Cast) -> None:
    cast.ole.reachable = ""
    cast.ole.save()
    away: dict[str, Any] = {
        "colleague": cast.ole,
        "first": MONDAY.date(),
        "last": MONDAY.date() + timedelta(days=3),
        "by": cast.bo,
    }
    with pytest.raises(NotPossible, match="Borgeren skal kunne ringe direkte til Ole"):
        actions.stand_in(tables=[cast.aminas_table], at=MONDAY, **away)
    set_hours(person=cast.ole, phone="20 00 00 06", reachable="man–fre 8–10", by=cast.ole, at=MONDAY)
    cast.ole.refresh_from_db()
    assert [seat.person for seat in actions.stand_in(tables=[cast.aminas_table], at=MONDAY, **away)] == [cast.ole]
