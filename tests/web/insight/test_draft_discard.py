"""Kassér kladden: asked once, then gone."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("draft_discard", args=[instrument.pk])


def test_the_draft_is_given_up_and_what_is_published_stays(story: Cast, drafted: Instrument) -> None:
    stine = client_of(story.stine)
    assert "Det, der er udgivet, bliver stående." in text_of(stine, address(drafted))
    assert stine.post(address(drafted)).status_code == 303
    assert list(drafted.versions.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert stine.post(address(drafted)).status_code == 404


def test_nobody_elses_draft_is_given_up(story: Cast, local: Instrument) -> None:
    for person in (story.stine, story.niels):
        assert client_of(person).post(address(local)).status_code == 404
    assert local.versions.count() == 1
