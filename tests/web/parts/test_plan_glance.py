"""Her plan on Mit bord at a glance: nothing before a goal, her goals before her yes, what she agreed to after it."""

import pytest
from django.urls import reverse

from bordenden.plans import actions
from tests.cast import MONDAY, Cast, client_of
from tests.plans.ready import agreed, aminas_plan, ready_plan
from tests.web.pages import text_of


def on_mit_bord(cast: Cast) -> str:
    return text_of(client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk]))


@pytest.mark.requirement("R148")
def test_the_plan_that_holds_stands_on_her_start_page_as_she_agreed_to_it(cast: Cast) -> None:
    plan = ready_plan(cast)
    assert "Min plan Et arbejde med børn Den er ikke aftalt endnu. Det haster ikke. Se min plan" in on_mit_bord(cast)
    agreed(cast, plan)
    goal = plan.goals.get()
    actions.reword_goal(goal=goal, words="Et job", version=1, by=cast.amina, at=MONDAY)
    assert "Min plan Et arbejde med børn Aftalt den 2. marts 2026. Se min plan" in on_mit_bord(cast)


def test_without_a_goal_there_is_nothing_to_glance_at(cast: Cast) -> None:
    aminas_plan(cast)
    assert "ikke aftalt endnu" not in on_mit_bord(cast)
