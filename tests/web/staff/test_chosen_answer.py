"""Svar på et ønske: Bo answers what Amina asks for, with a reason, and notes when it begins and ends."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Ruling
from tests.cast import Cast, client_of
from tests.web.chosen_stories import hers
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of
from tests.web.talking import refused, stand_at

ASKED = "laese-skrive-regne"


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def url(cast: Cast, starter: str = ASKED) -> str:
    return reverse("chosen_answer", args=[hers(cast, starter).pk])


def test_who_has_asked_waits_on_bos_list_without_a_word_of_what(story: Cast) -> None:
    bo = client_of(story.bo)
    read = text_of(bo, reverse("waiting"))
    assert "Amina har bedt om noget og har ventet på svar siden" in read
    assert "læse, skrive og regne" not in read
    assert "Jeg vil kunne læse brevene selv." in text_of(bo, url(story))


def test_a_yes_needs_no_reason_and_a_no_does(story: Cast) -> None:
    bo = client_of(story.bo)
    answer = bo.post(url(story), {"granted": "0", "why": " "})
    assert (answer.status_code, "Skriv hvorfor. Borgeren læser det." in words_of(answer)) == (422, True)
    assert bo.post(url(story), {"why": "Ja ja"}).status_code == 422
    assert bo.post(url(story), {"granted": "1"})["Location"] == reverse("case", args=[story.aminas_table.pk])
    row = hers(story, ASKED)
    assert (row.status, row.decided_by, row.formal, Ruling.objects.count()) == ("granted", story.bo, False, 1)


def test_a_formal_decision_gives_a_letter_he_can_print(story: Cast) -> None:
    bo = client_of(story.bo)
    bo.post(url(story), {"granted": "0", "why": "Holdet er fyldt til sommer.", "formal": "on"})
    letter = Ruling.objects.get(chosen=hers(story, ASKED))
    assert (letter.grounds, letter.decided_by) == ("Holdet er fyldt til sommer.", story.bo)
    assert reverse("chosen_letter", args=[letter.pk]) in bo.get(url(story)).content.decode()


def test_what_is_under_way_is_noted_as_done_and_no_day_may_lie_ahead(story: Cast) -> None:
    bo, there = client_of(story.bo), url(story, "sundhedssamtaler")
    late = bo.post(there, {"do": "complete", "on": "2026-03-03"})
    assert (late.status_code, "Dagen ligger i fremtiden." in words_of(late)) == (422, True)
    assert bo.post(there, {"do": "complete", "on": "2026-03-01"}).status_code == 303
    assert hers(story, "sundhedssamtaler").status == "completed"


def test_her_own_caseworker_alone_answers(story: Cast) -> None:
    refused(story, url(story), {"granted": "1"}, "amina", "jens")
    assert queries_of(client_of(story.bo), url(story)) <= 12
