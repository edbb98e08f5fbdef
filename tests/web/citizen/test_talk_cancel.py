"""Kan du ikke den dag?: Amina calls a talk off, and nobody asks why."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import Conversation
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import words_of
from tests.web.talking import ahead, held, page, refused, stand_at


def url(story: Cast) -> str:
    return reverse("talk_cancel", args=[ahead(story).pk])


@pytest.mark.parametrize("why", ["", "Mit barn er syg."])
def test_she_calls_it_off_with_or_without_a_reason(story: Cast, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    stand_at(monkeypatch)
    there = url(story)
    assert "Det kan ske for alle." in page(story.amina, there)
    answer = client_of(story.amina).post(there, {"why": why})
    row = Conversation.objects.get(held_at__isnull=True, table=story.aminas_table)
    assert (answer.status_code, row.cancelled_at, row.cancelled_by, row.cancelled_why) == (
        303,
        MONDAY,
        story.amina,
        why,
    )
    assert "Samtalen er aflyst." in page(story.amina, there)
    waiting = page(story.amina, reverse("talk", args=[story.aminas_table.pk]))
    assert ("I har ikke aftalt en samtale endnu." in waiting, "lille børnehave" in waiting) == (True, True)


def test_a_talk_that_was_held_is_not_called_off(story: Cast) -> None:
    there = reverse("talk_cancel", args=[held(story).pk])
    answer = client_of(story.amina).post(there, {})
    assert (answer.status_code, "I har holdt samtalen." in words_of(answer)) == (422, True)
    assert held(story).cancelled_at is None


def test_nobody_else_calls_it_off(story: Cast) -> None:
    refused(story, url(story), {}, "bo")
    assert ahead(story).cancelled_at is None
