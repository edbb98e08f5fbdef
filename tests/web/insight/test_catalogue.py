"""Kommunens muligheder: Lis and Gry see every offer, and open the catalogue when the areas are filled."""

import pytest
from django.urls import reverse

from bordenden.offers import actions
from bordenden.offers.models import Catalogue, Offer
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.offers.kept import begun, draft, fill
from tests.web.insight.keeping import fjordbys, refused_to_others
from tests.web.pages import queries_of


def test_gry_comes_straight_to_the_list_and_others_not_at_all(story: Cast) -> None:
    url = reverse("catalogue", args=[fjordbys(story).pk])
    gry = client_of(Person.objects.get(given_name="Gry"))
    page = gry.get(reverse("home"), follow=True)
    assert page.redirect_chain == [(url, 302)]
    words = page.content.decode()
    assert "Få styr på dine penge" not in words
    assert "0 af 4 pladser er taget" in words
    refused_to_others(story, url)


@pytest.mark.requirement("R7")
def test_the_page_refuses_to_open_until_the_areas_are_filled(cast: Cast) -> None:
    url = reverse("catalogue", args=[begun(cast).pk])
    lis = client_of(cast.lis)
    answer = lis.post(url, {})
    assert answer.status_code == 422
    assert "Udgiv mindst ét tilbud under: Job, Hverdag og familie, Sundhed." in answer.content.decode()
    fill(cast)
    assert lis.post(url, {}).status_code == 303
    assert Catalogue.objects.get().opened_at is not None
    assert "Åbent for borgerne siden" in lis.get(url).content.decode()


def test_the_list_costs_the_same_with_fifty_and_shows_twenty(cast: Cast) -> None:
    url = reverse("catalogue", args=[begun(cast).pk])
    lis, counts = client_of(cast.lis), []
    for number in (1, 49):
        for place in range(number):
            draft(cast, name=f"Tilbud {number}-{place}")
        counts.append(queries_of(lis, url))
    page = lis.get(url)
    assert counts[0] == counts[1] <= 12
    assert page.content.decode().count('class="tag"') == 20
    assert len(page.content) < 40_000
    assert Offer.objects.count() == 50


def test_a_shut_catalogue_says_what_is_missing(cast: Cast) -> None:
    catalogue = begun(cast)
    actions.publish(offer=draft(cast), by=cast.lis, at=MONDAY)
    page = client_of(cast.lis).get(reverse("catalogue", args=[catalogue.pk])).content.decode()
    assert "<li>Sundhed *: udfyldt</li>" in page
    assert "<li>Job *: tomt</li>" in page
    assert "<li>Uddannelse: tomt</li>" in page
