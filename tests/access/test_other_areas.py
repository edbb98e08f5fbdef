"""Another area of the municipality at the table: a nurse sees nothing until she opens a room, and then that room."""

import pytest

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import Department, OfficeRole
from tests.cast import Cast, client_of
from tests.house.test_urls import PERSONAL, things_of, url_of

GUESTS = [a for a in PERSONAL if a.view.__module__.startswith("bordenden.web.guest.") and a.parameters]
OF_A_ROOM = {
    # She may also stand by the part of the plan that is of her own area.
    Room.PLAN: {"guest_table", "guest_plan", "guest_around", "guest_approve"},
    Room.DEVELOPMENT: {"guest_table", "guest_development"},
    Room.CONTACTS: {"guest_table", "guest_contacts"},
}


@pytest.fixture
def nurse(story: Cast) -> Person:
    """Ida of the health department (made up), with an own login."""
    ida = people.register(municipality=story.fjordby, given_name="Ida", made_up=True)
    people.give_login(person=ida, username="ida", password="en-lang-sætning-om-skoven", by=ida, at=story.at)
    give_office(
        person=ida, role=OfficeRole.PROFESSIONAL, project=story.project, department=Department.HEALTH, at=story.at
    )
    return ida


def opened(story: Cast, nurse: Person) -> set[str]:
    """Which addresses at the guests' door about Amina's things the nurse gets."""
    things, client = things_of(story), client_of(nurse)
    answers = {address.name: client.get(url_of(address, things)).status_code for address in GUESTS}
    assert set(answers.values()) <= {200, 404, 405}
    return {name for name, status in answers.items() if status == 200}


@pytest.mark.requirement("R211")
def test_a_nurse_sees_nothing_then_the_room_that_is_opened_and_nothing_again_when_it_is_closed(
    story: Cast, nurse: Person
) -> None:
    assert opened(story, nurse) == set()
    seat = pathways.seat(table=story.aminas_table, person=nurse, role=SeatRole.GUEST, by=story.amina, at=now())
    for room, addresses in OF_A_ROOM.items():
        assert opened(story, nurse) == set()
        pathways.open_room(seat=seat, room=room, by=story.amina, at=now())
        assert opened(story, nurse) == addresses, room
        pathways.close_room(seat=seat, room=room, by=story.amina, at=now())
    assert opened(story, nurse) == set()
