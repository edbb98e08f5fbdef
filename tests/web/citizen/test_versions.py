"""Min plan på papir: Amina's versions, whether something is new, and nobody else's page."""

from bordenden.foundation.ids import new_id
from bordenden.plans import actions
from bordenden.plans.models import Plan
from bordenden.plans.words import PlanKind
from tests.cast import MONDAY, Cast, client_of
from tests.plans.ready import aminas_plan
from tests.web.pages import queries_of, text_of
from tests.web.paper import address, refuses


def test_she_reads_both_versions_and_that_something_is_new(story: Cast) -> None:
    plan = Plan.objects.get(table=story.aminas_table)
    said = text_of(client_of(story.amina), address("versions", plan))
    assert said.index("Udgave 2") < said.index("Udgave 1")
    for words in (
        "Du sagde ja på din egen skærm.",
        "Du sagde ja på papir. Bo Lund skrev det ned.",
        "Der er en nyere plan.",
        "Du har noget nyt i din plan.",
        "Givet, da vi mødtes",
    ):
        assert words in said


def test_a_new_plan_waits_without_haste_and_is_nobody_elses_page(cast: Cast) -> None:
    plan = aminas_plan(cast)
    there = address("versions", plan)
    assert "Du har ikke samlet din plan endnu. Det haster ikke." in text_of(client_of(cast.amina), there)
    refuses(cast, there, "bo")


def test_she_reads_why_the_plan_is_part_of_a_resource_course(cast: Cast) -> None:
    plan = aminas_plan(cast)
    why, key = "Det er bevilget i to år.", new_id()
    actions.change_kind(plan=plan, kind=PlanKind.RESOURCE, why=why, form_key=key, by=cast.bo, at=MONDAY)
    said = text_of(client_of(cast.amina), address("versions", plan))
    assert "er din plan en del af dit ressourceforløb. Bo skrev: Det er bevilget i to år." in said


def test_many_versions_cost_no_more_than_two(story: Cast) -> None:
    plan = Plan.objects.get(table=story.aminas_table)
    amina, there = client_of(story.amina), address("versions", plan)
    few = queries_of(amina, there)
    for number in range(30):
        at = story.at
        actions.set_step(plan=plan, words=f"Skridt {number}", form_key=new_id(), by=story.amina, at=at)
        version = actions.make_draft(plan=plan, form_key=new_id(), by=story.amina, at=at)
        actions.agree(version=version, by=story.amina, at=at)
    assert queries_of(amina, there) == few <= 12
    assert len(amina.get(there).content) < 40_000
