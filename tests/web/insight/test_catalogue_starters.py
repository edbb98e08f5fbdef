"""Hent fra det fælles: Niels begins Bakkeby's catalogue from the national set."""

from django.urls import reverse

from bordenden.offers.models import Offer
from bordenden.offers.queries import catalogue_of, missing_starters
from tests.cast import Cast, client_of
from tests.web.insight.keeping import fjordbys, refused_to_others


def url(cast: Cast) -> str:
    catalogue = catalogue_of(municipality=cast.bakkeby)
    assert catalogue is not None
    return reverse("catalogue_starters", args=[catalogue.pk])


def test_some_then_all_and_they_come_as_drafts(story: Cast) -> None:
    niels = client_of(story.niels)
    assert niels.post(url(story), {"codes": ["gaeld", "budget"]}).status_code == 303
    own = Offer.objects.filter(municipality=story.bakkeby)
    assert set(own.values_list("starter", "published_at")) == {("gaeld", None), ("budget", None)}
    niels.post(url(story), {"all": "1"})
    assert missing_starters(municipality=story.bakkeby).count() == 0
    assert "I har det hele" in niels.get(url(story)).content.decode()


def test_nothing_ticked_and_a_made_up_code_are_refused(story: Cast) -> None:
    niels = client_of(story.niels)
    for sent, words in (({}, "Sæt kryds ved mindst ét."), ({"codes": ["findes-ikke"]}, "Vælg noget på listen.")):
        answer = niels.post(url(story), sent)
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not Offer.objects.filter(municipality=story.bakkeby).exists()


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    refused_to_others(story, reverse("catalogue_starters", args=[fjordbys(story).pk]))
    assert client_of(story.lis).post(url(story), {"all": "1"}).status_code == 404
