"""Bo proposes an offer: it waits, and becomes a wish of Amina's when she says yes."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.plans.models import Chosen, Decision, Plan, Proposal
from bordenden.plans.words import StepOwner
from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import offered
from tests.web.reading import words_of

WORDS = "Jeg tænkte på dig. Du har talt om regningerne."


def proposed(story: Cast) -> Proposal:
    """Bo proposes help with debt."""
    plan, debt = Plan.objects.get(table=story.aminas_table), offered(story, "gaeld")
    url = reverse("offer_suggest", args=[plan.pk, debt.pk])
    sent = {"words": WORDS, "form_key": str(uuid4())}
    answers = [client_of(story.bo).post(url, sent) for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    return Proposal.objects.get(plan=plan, offer=debt)


@pytest.mark.parametrize(
    ("answer", "words", "why"), [("accepted", "", ""), ("reworded", "Så sover jeg.", "Så sover jeg.")]
)
def test_her_yes_makes_it_a_wish_of_hers_and_his_words_are_not_her_reason(
    story: Cast, answer: str, words: str, why: str
) -> None:
    proposal, amina = proposed(story), client_of(story.amina)
    page = reverse("proposal", args=[proposal.pk])
    assert offered(story, "gaeld").name in words_of(amina.get(page))
    assert not Chosen.objects.filter(offer=proposal.offer, table=story.aminas_table).exists()
    assert amina.post(page, {"answer": answer, "words": words, "own_words": ""}).status_code == 303
    wish = Chosen.objects.get(offer=proposal.offer, table=story.aminas_table)
    decision = Decision.objects.get(thing=wish.pk)
    assert (wish.why, wish.chosen_by, decision.proposed_by) == (why, story.amina, story.bo)
    assert (decision.proposed_side, decision.decided_side) == (StepOwner.COORDINATOR, StepOwner.CITIZEN)


def test_her_no_makes_nothing_and_nobody_but_staff_proposes_here(story: Cast) -> None:
    proposal = proposed(story)
    client_of(story.amina).post(reverse("proposal", args=[proposal.pk]), {"answer": "rejected"})
    assert not Chosen.objects.filter(offer=proposal.offer, table=story.aminas_table).exists()
    url = reverse("offer_suggest", args=[proposal.plan_id, proposal.offer_id])
    for name in ("amina", "mie", "ole", "niels"):
        assert client_of(getattr(story, name)).get(url).status_code == 404


def test_the_way_there_is_shown_until_it_stands_on_her_plan(story: Cast) -> None:
    bo, table = client_of(story.bo), story.aminas_table.pk
    seen = [
        "Foreslå det til Amina" in words_of(bo.get(reverse("case_offer", args=[table, offered(story, code).pk])))
        for code in ("gaeld", "praktik-omsorg")
    ]
    assert seen == [True, False]
