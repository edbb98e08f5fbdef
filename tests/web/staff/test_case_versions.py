"""Planen på papir: Bo reads where the plan stands, and that she has not had it yet."""

from bordenden.plans.models import Plan
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.paper import address, held, refuses


def test_bo_reads_who_said_yes_and_that_something_is_new(story: Cast) -> None:
    plan = Plan.objects.get(table=story.aminas_table)
    said = text_of(client_of(story.bo), address("case_versions", plan))
    for words in ("Amina sagde ja på egen skærm.", "Der er noget nyt i planen", "Planen er: Én plan på tværs."):
        assert words in said
    assert "har ikke fået den på papir" not in said


def test_what_is_not_given_is_said_and_the_page_is_for_who_works_there(cast: Cast) -> None:
    version = held(cast)
    there = address("case_versions", version.plan)
    assert "Amina har ikke fået den på papir endnu." in text_of(client_of(cast.bo), there)
    refuses(cast, there, "amina")
    assert queries_of(client_of(cast.bo), there) <= 12
