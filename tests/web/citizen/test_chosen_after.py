"""Hvordan gik det: asked for once, by a calm line on Mit bord; answered, or let be."""

import pytest
from django.urls import reverse

from bordenden.plans import actions
from tests.cast import MONDAY, Cast, client_of
from tests.web.chosen_stories import hers
from tests.web.pages import text_of
from tests.web.talking import refused, stand_at

ASKED = "Vil du sige, hvordan det gik med Samtaler om dit helbred?"
SAID = {"outcome": "not", "hit_right": "wrong", "words": "Det var for tidligt på dagen."}


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


@pytest.fixture
def over(story: Cast) -> str:
    """The page of what Amina has just ended."""
    chosen = hers(story, "sundhedssamtaler")
    actions.stop_chosen(chosen=chosen, by=story.amina, at=MONDAY)
    return reverse("chosen_after", args=[chosen.pk])


def board(cast: Cast) -> str:
    return text_of(client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk]))


@pytest.mark.requirement("R30")
def test_she_says_what_came_of_it_and_is_not_asked_again(story: Cast, over: str) -> None:
    amina = client_of(story.amina)
    assert ASKED in board(story)
    version = str(hers(story, "sundhedssamtaler").version)
    assert amina.post(over, {**SAID, "version": version}).status_code == 303
    row = hers(story, "sundhedssamtaler")
    assert (row.outcome, row.hit_right, row.outcome_words) == ("not", "wrong", SAID["words"])
    assert ASKED not in board(story)
    assert "Det lykkedes ikke Nej, det var ikke det rigtige" in text_of(amina, reverse("chosen", args=[row.pk]))


def test_who_would_rather_not_is_not_asked_again_and_may_still_say_it(story: Cast, over: str) -> None:
    amina = client_of(story.amina)
    answer = amina.post(over, {"do": "let_be"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("table", args=[story.aminas_table.pk]))
    assert ASKED not in board(story)
    assert amina.get(over).status_code == 200


def test_without_an_answer_it_is_asked_for_and_her_words_are_kept(story: Cast, over: str) -> None:
    answer = client_of(story.amina).post(over, {"words": "Min ven", "version": "1"})
    assert (answer.status_code, "Min ven" in answer.content.decode()) == (422, True)


def test_before_it_is_over_it_leads_to_the_thing_itself_and_it_is_hers_alone(story: Cast, over: str) -> None:
    natur = hers(story, "praktik-natur").pk
    answer = client_of(story.amina).get(reverse("chosen_after", args=[natur]))
    assert (answer.status_code, answer["Location"]) == (303, reverse("chosen", args=[natur]))
    refused(story, over, SAID, "bo", "jens")
