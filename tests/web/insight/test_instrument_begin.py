"""Kommunens egne spørgsmål: begun once, by the project leader of that very project."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import text_of


@pytest.mark.requirement("R67")
def test_niels_begins_questions_of_bakkebys_own_beside_the_common_core(story: Cast) -> None:
    page = reverse("instrument_begin", args=[story.neighbours.pk])
    niels = client_of(story.niels)
    assert "Bakkeby (opdigtet) kan stille egne spørgsmål." in text_of(niels, page)
    assert page in niels.get(reverse("project", args=[story.neighbours.pk])).content.decode()
    first, again = niels.post(page), niels.post(page)
    begun = Instrument.objects.get(municipality=story.neighbours.municipality)
    assert first["Location"] == again["Location"] == reverse("instrument", args=[begun.pk])
    assert "Bakkeby" in text_of(niels, first["Location"])
    assert client_of(story.lis).get(first["Location"]).status_code == 404


def test_nobody_begins_for_another_municipality(story: Cast) -> None:
    page = reverse("instrument_begin", args=[story.neighbours.pk])
    for person in (story.lis, story.stine, story.eva, story.amina, story.bo):
        assert (client_of(person).get(page).status_code, client_of(person).post(page).status_code) == (404, 404)
