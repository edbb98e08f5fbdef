"""A plan with the family is begun at the head, and begun once."""

from django.urls import reverse

from bordenden.families.models import Family
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import on_the_monday
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


def test_karim_begins_and_stays_alone_at_his_own_table(story: Cast) -> None:
    karim, url = client_of(story.karim), reverse("family_begin", args=[story.karims_table.pk])
    assert karim.post(url, {"name": " "}).status_code == 422
    for _time in range(2):
        led = karim.post(url, {"name": "Familien Aziz"})
        family = Family.objects.get(name="Familien Aziz")
        assert led.headers["Location"] == reverse("family", args=[family.pk])
    assert family.table != story.karims_table
    assert "I har allerede en plan." in text_of(karim, url)
    assert client_of(story.lone).get(url).status_code == 404
    home = text_of(karim, reverse("home"))
    assert ("Mit bord" in home, "Familiens bord" in home) == (True, True)
