"""One version, as it stood: all its parts, what is new in it, and who else may not read it."""

import pytest

from bordenden.foundation.ids import new_id
from bordenden.offers.words import Area
from bordenden.plans.actions import agree, approve_part, make_draft
from bordenden.plans.models import PlanVersion
from bordenden.plans.words import ChosenStatus
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast, client_of
from tests.plans.ready import chosen, ready_plan, step
from tests.plans.test_together import nurse
from tests.web.pages import queries_of, text_of
from tests.web.paper import address, drafted, held, refuses


def number(story: Cast, which: int) -> PlanVersion:
    return PlanVersion.objects.get(plan__table=story.aminas_table, number=which)


@pytest.mark.requirement("R151", "R153", "R154", "R158")
def test_she_reads_the_plan_as_it_stood_and_what_is_new_in_it(story: Cast) -> None:
    said = text_of(client_of(story.amina), address("version", number(story, 2)))
    for words in (
        "Amina Yusuf Udgave 2. Aftalt den",
        "Du sagde ja på din egen skærm.",
        "Ændret: før “Samtaler om dit helbred · Snart · Jeg er i gang”, nu “Samtaler om dit helbred · Nu · Jeg er i gang”",
        "Et arbejde med børn. Et par timer om dagen til at begynde med.",
        "Mie Toft, 20 00 00 04, hverdage 10–16",
        "Finde bussen til børnehaven",
        "Bo Lund Min sagsbehandler 20 00 00 02 man–tors 9–12",
        "Sundhedscentret",
    ):
        assert words in said
    assert "Ringe til børnehaven" not in said


def test_a_draft_leads_on_to_her_yes_and_an_agreed_one_does_not(cast: Cast) -> None:
    version, amina = drafted(cast), client_of(cast.amina)
    there = address("version", version)
    assert "Udkast fra 2. marts 2026. Ikke aftalt endnu." in text_of(amina, there)
    assert address("version_agree", version) in amina.get(there).content.decode()


def test_she_reads_who_stands_by_which_part_of_what_she_agreed_to(cast: Cast) -> None:
    version = held(cast)
    amina, there = client_of(cast.amina), address("version", version)
    assert "De står inde for planen" not in text_of(amina, there)
    asta = nurse(cast)
    approve_part(plan=version.plan, area=Department.HEALTH, by=asta, at=MONDAY)
    said = text_of(amina, there)
    assert "De står inde for planen" in said
    assert "2. marts 2026 Sundhed Asta" in said
    draft = make_draft(plan=step(cast, version.plan, "Gå en tur").plan, form_key=new_id(), by=cast.amina, at=MONDAY)
    assert "De står inde for planen" not in text_of(amina, address("version", draft))
    agree(version=draft, by=cast.amina, at=MONDAY)
    assert "De står inde for planen" not in text_of(amina, address("version", draft))
    assert "2. marts 2026 Sundhed Asta" in text_of(amina, there)


def test_what_she_was_refused_is_not_among_what_she_has_chosen_and_says_why(cast: Cast) -> None:
    plan = ready_plan(cast)
    no = {"status": ChosenStatus.NOT_GRANTED, "decided_why": "Holdet er kun for unge."}
    chosen(cast, plan, "Søvnskole", Area.HEALTH, **no)
    version = make_draft(plan=plan, form_key=new_id(), by=cast.amina, at=MONDAY)
    said = text_of(client_of(cast.amina), address("version", version))
    assert "Søvnskole: Kommunen sagde nej, fordi: “Holdet er kun for unge.”" in said
    assert ("1. Besøg i en børnehave" in said, "2. Søvnskole" in said) == (True, False)


def test_it_is_hers_alone_at_this_door_and_cheap(cast: Cast) -> None:
    version = held(cast)
    there = address("version", version)
    refuses(cast, there, "bo")
    assert address("version_agree", version) not in client_of(cast.amina).get(there).content.decode()
    assert queries_of(client_of(cast.amina), there) <= 12
