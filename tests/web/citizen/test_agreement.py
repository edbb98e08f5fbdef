"""En aftale: Amina marks her own; what Bo has promised she reads."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import Agreement
from bordenden.meetings.words import Side
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import words_of
from tests.web.talking import page, refused, stand_at


def of(side: Side) -> Agreement:
    return Agreement.objects.get(owner=side)


def url(side: Side) -> str:
    return reverse("agreement", args=[of(side).pk])


def test_she_marks_hers_and_takes_it_back(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    amina, there = client_of(story.amina), url(Side.CITIZEN)
    answer = amina.post(there, {"done": "1"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("talk", args=[story.aminas_table.pk]))
    assert of(Side.CITIZEN).done_at == MONDAY
    assert "Klaret den 2. marts 2026" in page(story.amina, there)
    amina.post(there, {"done": "0"})
    assert of(Side.CITIZEN).done_at is None


def test_what_is_bos_he_marks_himself(story: Cast) -> None:
    was = of(Side.COORDINATOR).done_at
    assert "Bo siger selv, når det er klaret." in page(story.amina, url(Side.COORDINATOR))
    answer = client_of(story.amina).post(url(Side.COORDINATOR), {"done": "0"})
    assert (answer.status_code, "Den, der skal gøre det" in words_of(answer)) == (422, True)
    assert of(Side.COORDINATOR).done_at == was


def test_nobody_else_marks(story: Cast) -> None:
    refused(story, url(Side.CITIZEN), {"done": "1"}, "bo")
    assert of(Side.CITIZEN).done_at is None
