"""A grown-up among his own citizens is offered a seat, and nobody else can be chosen."""

from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.families.models import Member
from bordenden.pathways.models import Seat
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_only_oles_own_citizens_can_be_chosen(story: Cast) -> None:
    url = reverse("family_invite", args=[family_of(story).pk])
    ole = client_of(story.ole)
    read = text_of(ole, url)
    assert ("Karim Aziz" in read, "Amina" in read, "Lone" in read) == (True, False, False)
    seen = Entry.objects.filter(act="family.invite", kind="list", actor=story.ole.pk)
    samiras = Seat.objects.get(role="head", person__given_name="Samira").table_id
    assert {row.table for row in seen} == {story.karims_table.pk, samiras}
    assert ole.post(url, {"person": str(story.amina.pk)}).status_code == 422
    assert ole.post(url, {"person": str(story.karim.pk)}).status_code == 303
    assert not Member.objects.filter(person=story.karim).exists()
    assert client_of(story.bo).post(url, {"person": str(story.karim.pk)}).status_code == 404
