"""Only the own yes makes a member."""

from django.urls import reverse

from bordenden.families.models import Member
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import family_of, on_the_monday
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_a_seat_is_not_yet_a_part_and_the_yes_is_said_once(story: Cast) -> None:
    family = family_of(story)
    invited = {"person": str(story.karim.pk)}
    assert client_of(story.ole).post(reverse("family_invite", args=[family.pk]), invited).status_code == 303
    karim, url = client_of(story.karim), reverse("family_join", args=[family.pk])
    assert "Vil du være med?" in text_of(karim, reverse("family", args=[family.pk]))
    assert karim.get(url)["Location"] == reverse("family", args=[family.pk])
    for _time in range(2):
        assert karim.post(url).status_code == 303
    assert Member.objects.filter(person=story.karim, left_at=None).count() == 1
    assert client_of(story.amina).post(url).status_code == 404


def test_who_is_in_another_family_is_told_so(story: Cast) -> None:
    karim = client_of(story.karim)
    karim.post(reverse("family_begin", args=[story.karims_table.pk]), {"name": "Familien Aziz"})
    client_of(story.ole).post(reverse("family_invite", args=[family_of(story).pk]), {"person": str(story.karim.pk)})
    refused = karim.post(reverse("family_join", args=[family_of(story).pk]))
    assert (refused.status_code, "én families plan" in refused.content.decode()) == (422, True)
