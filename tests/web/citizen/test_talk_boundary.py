"""Det vil jeg ikke tale om i dag: hers alone, and over when the day is."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.meetings.models import AgendaItem, Boundary
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import ahead, page, refused, stand_at


def url(story: Cast) -> str:
    return reverse("talk_boundary", args=[ahead(story).pk])


def drawn() -> list[str]:
    return sorted(Boundary.objects.values_list("words", flat=True))


def test_she_draws_one_and_takes_one_back(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    amina, items = client_of(story.amina), AgendaItem.objects.count()
    sent = {**form_of(amina.get(url(story)), -1), "words": "Min mor"}
    assert [amina.post(url(story), sent).status_code for _click in range(2)] == [303, 303]
    assert drawn() == ["Min mor", "Min økonomi"]
    amina.post(url(story), {"remove": str(Boundary.objects.get(words="Min økonomi").pk)})
    assert (drawn(), AgendaItem.objects.count()) == (["Min mor"], items)


@pytest.mark.parametrize("key", ["nonsens", "", "00000000-0000-0000-0000-000000000000"])
def test_taking_back_what_is_not_there_changes_nothing(
    story: Cast, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    stand_at(monkeypatch)
    assert client_of(story.amina).post(url(story), {"remove": key}).status_code == 303
    assert drawn() == ["Min økonomi"]


def test_when_the_day_is_over_it_says_so_and_takes_nothing(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    amina, there = client_of(story.amina), url(story)
    sent = {**form_of(amina.get(there), -1), "words": "Min mor"}
    stand_at(monkeypatch, ahead(story).starts_at + timedelta(days=1))
    words = page(story.amina, there)
    assert ("Den dag er gået." in words, "Min økonomi" in words) == (True, False)
    answer = amina.post(there, sent)
    assert (answer.status_code, "Den dag er gået." in words_of(answer)) == (422, True)
    assert drawn() == ["Min økonomi"]


def test_bo_neither_draws_nor_takes_back(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    boundary = Boundary.objects.get()
    refused(story, url(story), {"words": "Min mor"}, "bo")
    refused(story, url(story), {"remove": str(boundary.pk)}, "bo")
    assert drawn() == ["Min økonomi"]
