"""Nyt spørgsmål in a draft."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import words_in


def address(instrument: Instrument) -> str:
    return reverse("draft_item_new", args=[instrument.pk])


SAID = {
    "topic": "Nattero",
    "question": "Sover du om natten?",
    "low": "Nej",
    "middle": "Nogle nætter",
    "high": "Ja",
    "area": "health",
}


def test_a_question_is_put_at_the_end_under_a_code_made_from_its_topic(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    for _ in range(2):
        assert lis.post(address(local), {**SAID, "edits": 0}).status_code == 303
    draft = local.versions.get()
    assert [(one.code, one.position) for one in draft.items.order_by("position")][2:] == [("901-nattero", 3)]


def test_words_for_one_track_are_all_five_or_none(story: Cast, drafted: Instrument) -> None:
    stine = client_of(story.stine)
    answer = stine.post(address(drafted), {**SAID, "edits": 0, "topic_udd": "Nattero"})
    assert answer.status_code == 422
    assert "Udfyld alle fem på vej mod uddannelse" in words_in(answer.content.decode())
    both = {**SAID, **{f"{name}_udd": f"{words} (udd)" for name, words in SAID.items() if name != "area"}, "edits": 0}
    assert stine.post(address(drafted), both).status_code == 303
    rows = drafted.versions.get(number=3).items.filter(code="nattero").order_by("edition")
    assert [(one.edition, one.question) for one in rows] == [
        ("job", "Sover du om natten?"),
        ("udd", "Sover du om natten? (udd)"),
    ]


def test_nothing_typed_is_said_what_is_missing(story: Cast, local: Instrument) -> None:
    answer = client_of(story.lis).post(address(local), {})
    assert answer.status_code == 422
    assert words_in(answer.content.decode()).count("Skriv noget her.") >= 5
