"""Skriv en note: Mie writes a day and some words, once; what she types is kept."""

import pytest
from django.urls import reverse

from bordenden.mentors.models import MentorNote
from bordenden.pathways.words import Room
from tests.cast import MONDAY, Cast, client_of
from tests.web.mentoring import QUERIES, opened, refused
from tests.web.pages import queries_of
from tests.web.reading import form_of, words_of

SENT = {"words": "Vi tog bussen sammen."}


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch, cast: Cast) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    opened(cast, Room.PLAN, at=MONDAY)


def url(cast: Cast, page: str = "guest_note_new") -> str:
    return reverse(page, args=[cast.aminas_table.pk])


def test_mie_writes_today_once_and_amina_is_named_as_the_one_who_reads(cast: Cast) -> None:
    mie = client_of(cast.mie)
    page = mie.get(url(cast))
    form = {**form_of(page), **SENT}
    assert form["on"] == "2026-03-02"
    assert "Amina og Aminas sagsbehandler kan læse det med det samme." in words_of(page)
    assert [mie.post(url(cast), form).status_code for _sent in range(2)] == [303, 303]
    note = MentorNote.objects.get()
    assert (note.words, note.on, note.seat) == ("Vi tog bussen sammen.", MONDAY.date(), cast.mies_seat)
    again = mie.post(url(cast), {**form, "words": "Noget andet."})
    assert (again.status_code, form_of(again)["words"]) == (422, "Noget andet.")
    assert mie.post(url(cast), form_of(again)).status_code == 303
    assert MentorNote.objects.count() == 2


def test_a_day_to_come_is_refused_and_the_words_stay(cast: Cast) -> None:
    mie = client_of(cast.mie)
    answer = mie.post(url(cast), {**form_of(mie.get(url(cast))), **SENT, "on": "2026-03-03"})
    assert (answer.status_code, form_of(answer)["words"]) == (422, "Vi tog bussen sammen.")
    assert "Skriv en dag, der har været" in words_of(answer)


def test_what_she_types_is_kept_and_forgotten_when_it_is_saved(cast: Cast) -> None:
    mie = client_of(cast.mie)
    form = {**form_of(mie.get(url(cast))), **SENT}
    assert mie.post(url(cast, "guest_note_new_draft"), form).status_code == 204
    assert "“Vi tog bussen sammen.”" in words_of(mie.get(url(cast)))
    assert mie.post(url(cast), form).status_code == 303
    assert "Du har en kladde" not in words_of(mie.get(url(cast)))
    assert queries_of(mie, url(cast)) <= QUERIES


def test_nobody_else_writes_here_and_nothing_is_written_for_her(cast: Cast) -> None:
    refused(cast, url(cast), {**SENT, "on": "2026-03-02"}, "mie")
    assert not MentorNote.objects.exists()
