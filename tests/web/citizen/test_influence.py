"""Hvem bestemte? Amina reads who proposed, who decided, and on which of her words; the numbers can be counted."""

import pytest
from django.urls import reverse

from bordenden.plans import actions
from bordenden.plans.models import Plan
from bordenden.plans.words import DecisionAbout
from tests.cast import MONDAY, Cast, client_of
from tests.plans.ready import ready_plan, step
from tests.web.pages import queries_of, text_of
from tests.web.paper import address, refuses
from tests.web.reading import form_of


def decided(cast: Cast, plan: Plan, times: int = 1) -> None:
    for _one in range(times):
        about, goal = DecisionAbout.GOAL, plan.goals.get()
        actions.decide(plan=plan, about=about, thing=goal, by=cast.amina, proposed_by=cast.bo, at=MONDAY)


def test_she_reads_who_proposed_and_who_decided(cast: Cast) -> None:
    plan = ready_plan(cast)
    decided(cast, plan)
    said = text_of(client_of(cast.amina), address("influence", plan))
    for words in (
        "Mål Et arbejde med børn Bo fik idéen. Du sagde ja den 2. marts 2026.",
        "Det bygger på ordene: En fast dag.",
        "Mål, du selv fandt på 0 af 1",
        "Bestemt af dig 2 af 2",
    ):
        assert words in said


@pytest.mark.requirement("R59", "R100")
def test_she_counts_the_steps_that_are_hers_and_those_she_has_taken_herself(cast: Cast) -> None:
    plan = ready_plan(cast)
    walk = step(cast, plan, "Gå en tur")
    step(cast, plan, "Ringe")
    amina, there = client_of(cast.amina), address("influence", plan)
    before = text_of(amina, there)
    assert "Skridt, du selv tager 2 af 3" in before
    assert "Af dem har du taget 0 af 2" in before
    hers = reverse("step", args=[walk.pk])
    assert amina.post(hers, form_of(amina.get(hers))).status_code == 303
    said = text_of(amina, there)
    assert "Af dem har du taget 1 af 2" in said
    assert "Skridt, der er taget i alt 1 af 3" in said


def test_many_decisions_cost_no_more_than_one_and_it_is_hers(cast: Cast) -> None:
    plan = ready_plan(cast)
    decided(cast, plan)
    amina, there = client_of(cast.amina), address("influence", plan)
    one = queries_of(amina, there)
    decided(cast, plan, 40)
    assert queries_of(amina, there) == one <= 12
    refuses(cast, there, "bo")
