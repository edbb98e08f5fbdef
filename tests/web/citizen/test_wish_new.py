"""Jeg vil gerne: the wish on her plan, with her reason and the words it belongs to."""

from uuid import uuid4

import pytest

from bordenden.plans import actions
from bordenden.plans.models import Chosen, Decision, Plan, Statement
from bordenden.plans.queries import words_to_link
from bordenden.plans.words import StatementKind
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import of_amina, offered
from tests.web.reading import words_of


@pytest.mark.requirement("R127")
def test_her_reason_and_her_own_words_go_with_the_wish_and_a_double_press_makes_one(story: Cast) -> None:
    amina, debt = client_of(story.amina), offered(story, "gaeld")
    url = of_amina(story, "wish_new", debt.pk)
    assert "Det drømmer jeg om: “Jeg bliver glad" in words_of(amina.get(url))
    dream = Statement.objects.get(table=story.aminas_table, kind=StatementKind.DREAM)
    sent = {"why": "Så sover jeg bedre.", "statement": str(dream.pk), "form_key": str(uuid4())}
    assert [amina.post(url, sent)["Location"] for _twice in range(2)] == [of_amina(story, "offer", debt.pk)] * 2
    wish = Chosen.objects.get(table=story.aminas_table, offer=debt)
    assert (wish.why, Decision.objects.get(thing=wish.pk).statement) == ("Så sover jeg bedre.", dream)


def test_who_has_taken_back_all_she_said_is_asked_for_a_few_words_first(story: Cast) -> None:
    karim, debt, plan = client_of(story.karim), offered(story, "gaeld"), Plan.objects.get(table=story.karims_table)
    for said in words_to_link(plan=plan):
        kind = StatementKind(said.kind)
        actions.say(plan=plan, kind=kind, words="", version=said.version, by=story.karim, at=MONDAY)
    url = of_amina(story, "wish_new", debt.pk).replace(str(story.aminas_table.pk), str(story.karims_table.pk))
    refused = karim.post(url, {"why": "Jeg vil have ro.", "form_key": str(uuid4())})
    assert (refused.status_code, "Jeg vil have ro." in refused.content.decode()) == (422, True)
    sent = {"why": "Jeg vil have ro.", "own_words": "Mindre gæld", "form_key": str(uuid4())}
    assert karim.post(url, sent).status_code == 303
    stands = words_to_link(plan=plan).get()
    assert (stands.kind, stands.words, stands.written_by) == (StatementKind.WISH, "Mindre gæld", story.karim)
    assert Chosen.objects.get(plan=plan, offer=debt).why == "Jeg vil have ro."


def test_words_of_another_table_are_not_hers_to_build_on(story: Cast) -> None:
    amina, debt = client_of(story.amina), offered(story, "gaeld")
    url = of_amina(story, "wish_new", debt.pk)
    karims, kind = Plan.objects.get(table=story.karims_table), StatementKind.STRENGTH
    foreign = actions.say(plan=karims, kind=kind, words="Jeg kan cykle.", version=0, by=story.karim, at=MONDAY)
    refused = amina.post(url, {"why": "", "statement": str(foreign.pk), "form_key": str(uuid4())})
    assert (refused.status_code, Chosen.objects.filter(offer=debt).exists()) == (422, False)
