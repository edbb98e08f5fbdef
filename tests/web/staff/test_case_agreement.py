"""En aftale: Bo marks what he has promised; what is Amina's she marks herself."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import Agreement
from bordenden.meetings.words import Side
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import form_of
from tests.web.talking import page, refused, stand_at


def of(side: Side) -> Agreement:
    return Agreement.objects.get(owner=side)


def url(side: Side) -> str:
    return reverse("case_agreement", args=[of(side).pk])


def test_bo_takes_his_mark_back_and_sets_it_again(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, there = client_of(story.bo), url(Side.COORDINATOR)
    marks = []
    for done in ("0", "1"):
        assert bo.post(there, {**form_of(bo.get(there)), "done": done}).status_code == 303
        marks.append(of(Side.COORDINATOR).done_at)
    assert marks == [None, MONDAY]


def test_hers_he_reads_and_leaves(story: Cast) -> None:
    assert "Det er Amina, der siger, når det er klaret." in page(story.bo, url(Side.CITIZEN))
    assert client_of(story.bo).post(url(Side.CITIZEN), {"done": "1"}).status_code == 422
    assert of(Side.CITIZEN).done_at is None


def test_nobody_else_marks(story: Cast) -> None:
    refused(story, url(Side.COORDINATOR), {"done": "0"}, "amina")
    assert of(Side.COORDINATOR).done_at is not None
