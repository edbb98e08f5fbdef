"""Det, teamet anbefaler: a dated record of who took part; no word of Amina's changes by it."""

import pytest
from django.urls import reverse

from bordenden.plans import actions
from bordenden.plans.models import Goal, Statement, TeamAdvice
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of
from tests.web.talking import stand_at

SENT = {"on": "2026-03-02", "took_part": ["social", "health"], "words": "Vent med flere timer til foråret."}


def url(story: Cast) -> str:
    return reverse("team_advice", args=[plan_of(story).pk])


def hers(story: Cast) -> list[tuple[object, ...]]:
    said = Statement.objects.order_by("pk").values_list("pk", "words", "version")
    return [*said, *Goal.objects.order_by("pk").values_list("pk", "words", "version")]


@pytest.mark.requirement("R157")
def test_bo_notes_who_took_part_and_her_words_stay(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, before, goal = client_of(story.bo), hers(story), Goal.objects.get(words="At sove bedre")
    sent = {**form_of(bo.get(url(story))), **SENT, "goal": str(goal.pk)}
    assert [bo.post(url(story), sent).status_code for _click in range(2)] == [303, 303]
    made = TeamAdvice.objects.get(on="2026-03-02")
    assert (made.took_part, made.goal, made.words) == ("social health", goal, "Vent med flere timer til foråret.")
    assert hers(story) == before
    read = words_of(client_of(story.amina).get(reverse("around", args=[plan_of(story).pk])))
    assert "2. marts 2026 · Social, Sundhed Mål: At sove bedre Vent med flere timer til foråret." in read


@pytest.mark.requirement("R157")
def test_where_lis_says_no_team_there_is_no_form_and_nothing_is_kept(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    bo, before = client_of(story.bo), TeamAdvice.objects.count()
    sent = {**form_of(bo.get(url(story))), **SENT}
    actions.set_plan_rules(
        project=story.project, uses_team=False, most_professionals=5, version=1, by=story.lis, at=MONDAY
    )
    assert "Kommunen bruger ikke et tværfagligt team." in words_of(bo.get(url(story)))
    assert bo.post(url(story), sent).status_code == 422
    refused(story, url(story), SENT, "amina")
    assert TeamAdvice.objects.count() == before
