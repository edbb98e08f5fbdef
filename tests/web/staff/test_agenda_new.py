"""Skriv på dagsordenen: Bo's line stands beside Amina's and changes none of hers."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import AgendaItem
from bordenden.meetings.words import Side
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import ahead, page, refused, stand_at


def url(story: Cast) -> str:
    return reverse("agenda_new", args=[story.aminas_table.pk])


@pytest.mark.requirement("R34")
def test_bo_adds_a_line_and_amina_reads_whose_it_is(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, hers = client_of(story.bo), sorted(AgendaItem.objects.values_list("pk", "words", "position"))
    answer = bo.post(url(story), {**form_of(bo.get(url(story))), "words": "Bussen"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("conversation", args=[ahead(story).pk]))
    item = AgendaItem.objects.get(words="Bussen")
    assert (item.side, item.put_by) == (Side.COORDINATOR, story.bo)
    assert sorted(AgendaItem.objects.exclude(pk=item.pk).values_list("pk", "words", "position")) == hers
    assert "Bussen Skrevet af Bo" in page(story.amina, reverse("talk", args=[story.aminas_table.pk]))


def test_nothing_is_no_line(story: Cast) -> None:
    bo, before = client_of(story.bo), AgendaItem.objects.count()
    answer = bo.post(url(story), {**form_of(bo.get(url(story))), "words": ""})
    assert (answer.status_code, "Skriv et par ord." in words_of(answer)) == (422, True)
    assert AgendaItem.objects.count() == before


def test_nobody_else_writes_here(story: Cast) -> None:
    refused(story, url(story), {"words": "Bussen"}, "amina")
    assert AgendaItem.objects.filter(words="Bussen").count() == 0
