"""Her plan at the caseworker's door: to read, and to write beside."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Plan
from bordenden.plans.queries import plan_of
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of

NOT_AT_THE_TABLE = ("sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


@pytest.fixture
def plan(story: Cast) -> Plan:
    """Amina's plan."""
    found = plan_of(table=story.aminas_table)
    assert found is not None
    return found


def test_bo_reads_her_words_her_goals_and_her_steps(story: Cast, plan: Plan) -> None:
    read = text_of(client_of(story.bo), reverse("case_plan", args=[plan.pk]))
    for words in ("Aminas plan", "Jeg bliver glad, når jeg er sammen med børn.", "At sove bedre"):
        assert words in read


def test_bo_may_write_beside_each_kind_of_her_words_and_changes_none(story: Cast, plan: Plan) -> None:
    page = client_of(story.bo).get(reverse("case_plan", args=[plan.pk])).content.decode()
    assert page.count("Skriv ved siden af") == 3
    assert f'href="{reverse("comment_new", args=[plan.pk, "problem"])}"' in page
    main = page[page.index("<main") : page.index("</main>")]
    assert ("<form" in main, "<textarea" in main) == (False, False)


@pytest.mark.parametrize("name", NOT_AT_THE_TABLE)
def test_it_is_open_for_bo_and_not_for_others(story: Cast, plan: Plan, name: str) -> None:
    assert client_of(story.bo).get(reverse("case_plan", args=[plan.pk])).status_code == 200
    assert client_of(getattr(story, name)).get(reverse("case_plan", args=[plan.pk])).status_code == 404


def test_the_page_costs_at_most_twelve_queries(story: Cast, plan: Plan) -> None:
    assert queries_of(client_of(story.bo), reverse("case_plan", args=[plan.pk])) <= 12
