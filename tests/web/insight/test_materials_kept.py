"""Til at læse: the list, and the national texts fetched once."""

from django.urls import reverse

from bordenden.offers.models import Material
from bordenden.offers.queries import catalogue_of
from tests.cast import Cast, client_of
from tests.web.insight.keeping import fjordbys, refused_to_others


def test_niels_fetches_the_national_texts(story: Cast) -> None:
    catalogue = catalogue_of(municipality=story.bakkeby)
    assert catalogue is not None
    url, niels = reverse("materials_kept", args=[catalogue.pk]), client_of(story.niels)
    assert "Hent 5 fælles tekster" in niels.get(url).content.decode()
    assert niels.post(url, {}).status_code == 303
    assert Material.objects.filter(municipality=story.bakkeby, published_at=None).count() == 5
    assert "fælles tekst" not in niels.get(url).content.decode()


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    refused_to_others(story, reverse("materials_kept", args=[fjordbys(story).pk]))
