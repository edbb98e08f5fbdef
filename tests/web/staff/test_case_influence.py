"""Hvem bestemte? Bo reads the same as she does, about her."""

from bordenden.plans.models import Plan
from tests.cast import Cast, client_of
from tests.plans.ready import aminas_plan
from tests.web.pages import text_of
from tests.web.paper import address, refuses


def test_bo_reads_what_amina_decided(story: Cast) -> None:
    said = text_of(client_of(story.bo), address("case_influence", Plan.objects.get(table=story.aminas_table)))
    assert "Tempoet Samtaler om dit helbred Amina fik idéen og sagde ja den" in said
    assert "Bestemt af Amina" in said


def test_it_is_for_who_works_there(cast: Cast) -> None:
    refuses(cast, address("case_influence", aminas_plan(cast)), "amina")
