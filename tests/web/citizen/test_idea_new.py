"""Min egen idé: it needs no catalogue."""

from uuid import uuid4

import pytest

from bordenden.plans.models import Chosen, Statement
from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import of_amina
from tests.web.reading import words_of

IDEA = "Synge i kor med min nabo"


@pytest.mark.requirement("R84")
def test_her_own_idea_stands_on_her_plan_and_her_caseworker_reads_it_there(story: Cast) -> None:
    amina, said = client_of(story.amina), Statement.objects.filter(table=story.aminas_table).order_by("pk")[0]
    sent = {"words": IDEA, "area": "social", "why": "", "statement": str(said.pk), "form_key": str(uuid4())}
    assert amina.post(of_amina(story, "idea_new"), sent)["Location"] == of_amina(story, "my_offers")
    idea = Chosen.objects.get(words=IDEA)
    assert (idea.offer, idea.status, idea.chosen_by) == (None, "wish", story.amina)
    plan = client_of(story.bo).get(f"/sagsbehandler/plan/{idea.plan_id}/")
    assert IDEA in words_of(plan)


def test_an_empty_idea_is_refused_and_what_was_typed_stays(story: Cast) -> None:
    refused = client_of(story.amina).post(of_amina(story, "idea_new"), {"why": "Fordi", "form_key": str(uuid4())})
    assert (refused.status_code, "Fordi" in refused.content.decode()) == (422, True)
    assert "Vælg, hvad det handler om." in words_of(refused)
