"""A new small step: hers, towards a goal or just because."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Goal, Plan, SmallStep
from bordenden.plans.words import StepOwner
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.reading import form_of, words_of


def url_of(story: Cast) -> str:
    return reverse("step_new", args=[things_of(story).plan.pk])


def test_amina_sets_a_step_and_it_is_hers(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    answer = amina.post(url, {**form_of(amina.get(url)), "words": "Købe en klokke"})
    step = SmallStep.objects.get(words="Købe en klokke")
    assert (answer.status_code, step.owner, step.goal, step.done_at) == (303, StepOwner.CITIZEN, None, None)


def test_a_step_may_belong_to_a_goal_and_to_somebody_else(story: Cast) -> None:
    amina, goal = client_of(story.amina), things_of(story).goal
    page = form_of(amina.get(url_of(story), {"maal": str(goal.pk)}))
    assert page["goal"] == str(goal.pk)
    amina.post(url_of(story), {**page, "words": "Tage med på besøg", "owner": "mentor"})
    step = SmallStep.objects.get(words="Tage med på besøg")
    assert (step.goal, step.owner) == (goal, StepOwner.MENTOR)


def test_sent_twice_it_is_set_once_and_the_back_button_warns(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    sent = {**form_of(amina.get(url)), "words": "Købe en klokke"}
    assert [amina.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    refused = amina.post(url, {**sent, "words": "Købe en lampe"})
    assert (refused.status_code, "“Købe en klokke”" in words_of(refused)) == (422, True)
    assert amina.post(url, form_of(refused)).status_code == 303
    assert SmallStep.objects.filter(words__startswith="Købe en ").count() == 2


@pytest.mark.parametrize("change", [{"words": ""}, {"words": "x" * 201}, {"owner": "neighbour"}])
def test_what_cannot_be_saved_is_kept_and_refused(story: Cast, change: dict[str, str]) -> None:
    amina, url, steps = client_of(story.amina), url_of(story), SmallStep.objects.count()
    sent = {**form_of(amina.get(url)), "words": "Købe en klokke", **change}
    refused = amina.post(url, sent)
    assert (refused.status_code, form_of(refused)["words"]) == (422, sent["words"])
    assert SmallStep.objects.count() == steps


def test_another_plans_goal_cannot_be_chosen(story: Cast) -> None:
    amina, karim = client_of(story.amina), client_of(story.karim)
    url = reverse("goal_new", args=[Plan.objects.get(table=story.karims_table).pk])
    karim.post(url, {**form_of(karim.get(url)), "words": "Karims mål"})
    foreign = Goal.objects.get(words="Karims mål")
    refused = amina.post(
        url_of(story), {**form_of(amina.get(url_of(story))), "words": "Et skridt", "goal": str(foreign.pk)}
    )
    assert (refused.status_code, "Karims mål" in words_of(refused)) == (422, False)
    assert not SmallStep.objects.filter(words="Et skridt").exists()


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_sets_her_steps(story: Cast, name: str) -> None:
    let_in(story)
    steps, other = SmallStep.objects.count(), client_of(getattr(story, name))
    page = form_of(client_of(story.amina).get(url_of(story)))
    answers = [other.get(url_of(story)), other.post(url_of(story), {**page, "words": "Søg ti job"})]
    assert ([answer.status_code for answer in answers], SmallStep.objects.count()) == ([404, 404], steps)
