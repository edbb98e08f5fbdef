"""A guardian says yes, and may take it back."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.families.models import Consent
from tests.cast import Cast, client_of
from tests.web.citizen.family_stories import on_the_monday, part_of, person_of
from tests.web.pages import text_of

__all__ = ["on_the_monday"]


@pytest.mark.requirement("R209")
def test_the_yes_is_shown_with_who_and_when_and_taken_back_it_closes_the_part(story: Cast) -> None:
    part = part_of("Freja")
    lone, url = client_of(story.lone), reverse("family_consent", args=[part.pk])
    assert "Lone sagde ja den" in text_of(lone, url)
    assert client_of(person_of("Freja")).get(url).status_code == 404
    assert lone.get(reverse("family_part", args=[part.pk])).status_code == 200
    assert client_of(story.jens).post(url, {"do": "no"}).status_code == 303
    assert Consent.objects.get(child=part.member).withdrawn_by == story.jens
    assert lone.get(reverse("family_part", args=[part.pk])).status_code == 404
    words = {"form_key": uuid4(), "words": "Mere", "version": 1}
    refused = client_of(person_of("Freja")).post(reverse("family_words", args=[part.pk, "hope"]), words)
    assert (refused.status_code, "Mere" in refused.content.decode()) == (422, True)
    assert lone.post(url, {"do": "yes"}).status_code == 303
    assert Consent.objects.filter(child=part.member, withdrawn_at=None).count() == 1
