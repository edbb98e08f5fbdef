"""Ny samtale: Bo arranges one."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import Conversation
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import refused, stand_at

TOLD = {"starts_at": "2026-03-09T10:15", "place": "outdoors", "minutes": "30"}


def url(cast: Cast) -> str:
    return reverse("conversation_new", args=[cast.aminas_table.pk])


def test_bo_arranges_one_and_comes_to_its_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo = client_of(cast.bo)
    answer = bo.post(url(cast), {**form_of(bo.get(url(cast))), **TOLD})
    made = Conversation.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("conversation", args=[made.pk]))
    assert (made.arranged_by, made.place, made.minutes, made.table) == (cast.bo, "outdoors", 30, cast.aminas_table)


def test_two_at_one_moment_are_refused(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo = client_of(cast.bo)
    bo.post(url(cast), {**form_of(bo.get(url(cast))), **TOLD})
    answer = bo.post(url(cast), {**form_of(bo.get(url(cast))), **TOLD, "place": "phone"})
    assert (answer.status_code, "I har allerede aftalt en samtale" in words_of(answer)) == (422, True)
    assert Conversation.objects.count() == 1


def test_nobody_else_arranges(cast: Cast) -> None:
    refused(cast, url(cast), TOLD, "amina")
    assert Conversation.objects.count() == 0
