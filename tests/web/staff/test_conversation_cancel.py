"""Aflys samtalen: Bo calls one off, and Amina reads why."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import AgendaItem, Conversation
from tests.cast import MONDAY, Cast, client_of
from tests.web.talking import ahead, held, page, refused, stand_at


def test_what_stood_on_the_agenda_waits(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    row, items = ahead(story), AgendaItem.objects.filter(settled="").count()
    there = reverse("conversation_cancel", args=[row.pk])
    assert "Ring til Amina først." in page(story.bo, there)
    assert client_of(story.bo).post(there, {"why": "Jeg er syg."}).status_code == 303
    row = Conversation.objects.get(pk=row.pk)
    assert (row.cancelled_at, row.cancelled_by, row.cancelled_why) == (MONDAY, story.bo, "Jeg er syg.")
    assert AgendaItem.objects.filter(settled="").count() == items


def test_a_held_one_is_not_called_off(story: Cast) -> None:
    there = reverse("conversation_cancel", args=[held(story).pk])
    assert client_of(story.bo).post(there, {}).status_code == 422
    assert held(story).cancelled_at is None


def test_nobody_else_calls_it_off(story: Cast) -> None:
    refused(story, reverse("conversation_cancel", args=[ahead(story).pk]), {}, "amina")
    assert ahead(story).cancelled_at is None
