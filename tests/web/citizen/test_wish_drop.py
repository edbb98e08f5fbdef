"""Tag ønsket tilbage: off the plan, kept in the history."""

from django.urls import reverse

from bordenden.plans.models import Chosen, ChosenMark
from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import of_amina, offered
from tests.web.reading import words_of


def test_she_is_asked_once_and_the_wish_leaves_the_plan(story: Cast) -> None:
    wish = Chosen.objects.get(table=story.aminas_table, offer=offered(story, "praktik-omsorg"))
    amina, url = client_of(story.amina), reverse("wish_drop", args=[wish.pk])
    assert "Du kan ønske det igen, når du vil." in words_of(amina.get(url))
    assert client_of(story.bo).post(url).status_code == 404
    assert amina.post(url)["Location"] == of_amina(story, "my_offers")
    wish.refresh_from_db()
    assert (wish.status, ChosenMark.objects.filter(chosen=wish).count()) == ("stopped", 2)


def test_what_is_more_than_a_wish_is_not_taken_back_here(story: Cast) -> None:
    wish = Chosen.objects.get(table=story.aminas_table, offer=offered(story, "praktik-omsorg"))
    Chosen.objects.filter(pk=wish.pk).update(status="requested")
    refused = client_of(story.amina).post(reverse("wish_drop", args=[wish.pk]))
    assert (refused.status_code, "mere end et ønske" in words_of(refused)) == (422, True)
