"""A new goal: hers alone to set, once however often it is sent."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Goal
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.reading import form_of, words_of


def url_of(story: Cast) -> str:
    return reverse("goal_new", args=[things_of(story).plan.pk])


def test_amina_sets_a_goal_in_her_own_words(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    answer = amina.post(url, {**form_of(amina.get(url)), "words": "Lære at cykle"})
    assert (answer.status_code, answer["Location"]) == (303, reverse("plan", args=[things_of(story).plan.pk]))
    goal = Goal.objects.get(words="Lære at cykle")
    assert (goal.plan, goal.version, goal.wordings.get().written_by) == (things_of(story).plan, 1, story.amina)


def test_sent_twice_it_is_set_once(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    sent = {**form_of(amina.get(url)), "words": "Lære at cykle"}
    assert [amina.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    assert Goal.objects.filter(words="Lære at cykle").count() == 1


def test_the_back_button_and_another_goal_sets_both_after_a_word_of_warning(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    old_page = form_of(amina.get(url))
    amina.post(url, {**old_page, "words": "Lære at cykle"})
    refused = amina.post(url, {**old_page, "words": "Lære at svømme"})
    assert refused.status_code == 422
    assert "Du har allerede gemt: “Lære at cykle”." in words_of(refused)
    assert form_of(refused)["words"] == "Lære at svømme"
    assert amina.post(url, form_of(refused)).status_code == 303
    assert Goal.objects.filter(words__in=["Lære at cykle", "Lære at svømme"]).count() == 2


@pytest.mark.parametrize(("sent", "said"), [("  ", "Skriv et par ord."), ("x" * 301, "Skriv lidt kortere.")])
def test_what_cannot_be_saved_is_kept_and_met_with_what_to_do(story: Cast, sent: str, said: str) -> None:
    amina, url = client_of(story.amina), url_of(story)
    refused = amina.post(url, {**form_of(amina.get(url)), "words": sent})
    assert (refused.status_code, form_of(refused)["words"]) == (422, sent)
    assert said in words_of(refused)
    assert 'id="summary" tabindex="-1" autofocus' in refused.content.decode()


def test_a_page_without_its_key_is_given_one_and_the_next_try_succeeds(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    refused = amina.post(url, {"words": "Lære at cykle", "form_key": "vrøvl"})
    assert refused.status_code == 422
    assert amina.post(url, form_of(refused)).status_code == 303


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_sets_her_goals(story: Cast, name: str) -> None:
    let_in(story)
    goals, other = Goal.objects.count(), client_of(getattr(story, name))
    page = form_of(client_of(story.amina).get(url_of(story)))
    answers = [other.get(url_of(story)), other.post(url_of(story), {**page, "words": "Et job nu"})]
    assert ([answer.status_code for answer in answers], Goal.objects.count()) == ([404, 404], goals)
