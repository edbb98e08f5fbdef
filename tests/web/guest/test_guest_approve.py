"""Din del af en plan: a nurse Amina has let in stands by health; her sister, who has no area, by nothing."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room, SeatRole
from bordenden.people import actions as people
from bordenden.plans.models import Approval
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import Department, OfficeRole
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of
from tests.web.reading import words_of
from tests.web.staff.test_part_approve import agreed


def url(story: Cast) -> str:
    return reverse("guest_approve", args=[plan_of(story).pk])


@pytest.mark.requirement("R202")
def test_the_nurse_stands_by_health_once_she_is_let_in(story: Cast) -> None:
    agreed(story)
    asta = people.register(municipality=story.fjordby, given_name="Asta", made_up=True)
    people.give_demo_login(person=asta, username="asta", order=99, line="Sygeplejerske")
    office = {"role": OfficeRole.PROFESSIONAL, "department": Department.HEALTH, "project": story.project}
    programmes.give_office(person=asta, at=MONDAY, **office)  # type: ignore[arg-type]
    seat = pathways.seat(table=story.aminas_table, person=asta, role=SeatRole.GUEST, by=story.amina, at=MONDAY)
    nurse = client_of(asta)
    assert nurse.post(url(story), {"area": "health"}).status_code == 404
    pathways.open_room(seat=seat, room=Room.PLAN, by=story.amina, at=now())
    assert "Jeg står inde for: Sundhed" in words_of(nurse.get(url(story)))
    assert nurse.post(url(story), {"area": "health"}).status_code == 303
    assert list(Approval.objects.values_list("area", "approved_by")) == [("health", asta.pk)]


def test_sara_has_no_area_to_stand_by(story: Cast) -> None:
    agreed(story)
    pathways.open_room(seat=story.saras_seat, room=Room.PLAN, by=story.amina, at=now())
    sara = client_of(story.sara)
    assert "Det her er for fagfolk med et område. Du behøver ikke gøre noget." in words_of(sara.get(url(story)))
    assert (sara.post(url(story), {"area": "health"}).status_code, Approval.objects.count()) == (422, 0)
