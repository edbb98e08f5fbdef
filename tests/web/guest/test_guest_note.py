"""Ret noten: Mie puts it otherwise; what stood there before is kept, and an old page overwrites nothing."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.mentors import actions
from bordenden.mentors.models import MentorNote
from bordenden.pathways.words import Room
from tests.cast import Cast, client_of
from tests.web.mentoring import HTML, QUERIES, noted, opened, refused
from tests.web.pages import queries_of
from tests.web.reading import form_of, words_of


def url(note: MentorNote, page: str = "guest_note") -> str:
    return reverse(page, args=[note.pk])


def test_the_earlier_words_stand_below(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    note, mie = noted(cast), client_of(cast.mie)
    form = form_of(mie.get(url(note)))
    assert form["words"] == "Vi tog bussen sammen."
    assert mie.post(url(note), {**form, "words": "Amina tog bussen selv."}).status_code == 303
    page = words_of(mie.get(url(note)))
    assert "Sådan stod der før" in page
    assert page.endswith("Vi tog bussen sammen.")


def test_an_old_page_shows_both_and_keeps_both(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    note, mie = noted(cast), client_of(cast.mie)
    old = form_of(mie.get(url(note)))
    mie.post(url(note), {**old, "words": "Amina tog bussen selv."})
    answer = mie.post(url(note), {**old, "words": "Vi gik."})
    page = words_of(answer)
    assert (answer.status_code, form_of(answer)["words"]) == (422, "Vi gik.")
    assert "Din tekst Hvad gjorde eller talte I om? Vi gik." in page
    assert "Den gemte tekst Hvad gjorde eller talte I om? Amina tog bussen selv." in page
    assert mie.post(url(note), form_of(answer)).status_code == 303
    assert list(note.wordings.order_by("version").values_list("words", flat=True)) == [
        "Vi tog bussen sammen.",
        "Amina tog bussen selv.",
    ]


def test_nobody_else_rewords_it_nor_mie_when_nothing_is_open(cast: Cast) -> None:
    note = noted(cast)
    sent = {"words": "Andres ord", "version": "1"}
    refused(cast, url(note), sent)
    assert client_of(cast.mie).post(url(note, "guest_note_draft"), sent).status_code == 404
    note.refresh_from_db()
    assert note.words == "Vi tog bussen sammen."


def test_fifty_wordings_weigh_little_and_cost_no_more_than_one(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    note, mie = noted(cast), client_of(cast.mie)
    one = queries_of(mie, url(note))
    for number in range(50):
        words = f"Udgave {number}. " + "Vi gik en tur og talte om ugen. " * 120
        note = actions.reword_note(note=note, words=words, version=note.version, by=cast.mie, at=now())
    page = mie.get(url(note))
    assert (queries_of(mie, url(note)), one <= QUERIES, len(page.content) <= HTML) == (one, True, True)
    assert page.content.decode().count("Stod her til") == 5
