"""One offer at the staff door, and the plan: discreet offers are named to her and her caseworker alone."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.plans import actions
from bordenden.plans.models import Chosen, Plan
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import offered
from tests.web.citizen.plan_stories import let_in
from tests.web.reading import words_of

WHY = "Det fylder om aftenen."


@pytest.fixture
def private(story: Cast) -> Chosen:
    """Amina wishes for help with something she tells few people of."""
    plan, drink = Plan.objects.get(table=story.aminas_table), offered(story, "alkohol-og-stoffer")
    assert drink.discreet
    return actions.wish(plan=plan, offer=drink, why=WHY, form_key=uuid4(), by=story.amina, at=MONDAY)


def test_bo_reads_her_wish_and_her_reason(story: Cast, private: Chosen) -> None:
    bo = client_of(story.bo)
    said = words_of(bo.get(reverse("case_offer", args=[story.aminas_table.pk, private.offer_id])))
    assert ("Det står på Aminas plan" in said, WHY in said) == (True, True)
    assert offered(story, "alkohol-og-stoffer").name in words_of(bo.get(reverse("case_plan", args=[private.plan_id])))


@pytest.mark.parametrize("name", ["mie", "preview"])
def test_mie_reads_that_there_is_something_private_and_no_more(story: Cast, private: Chosen, name: str) -> None:
    let_in(story)
    if name == "mie":
        page = client_of(story.mie).get(reverse("guest_plan", args=[private.plan_id]))
    else:
        page = client_of(story.amina).get(reverse("preview", args=[story.mies_seat.pk]) + "?rum=plan")
    said = words_of(page)
    assert ("Noget privat" in said, "Hjælpe i Saras butik om lørdagen" in said) == (True, True)
    assert (offered(story, "alkohol-og-stoffer").name in said, WHY in said) == (False, False)
    assert str(private.offer_id) not in page.content.decode()


def test_amina_sees_what_bo_sees_when_she_looks_from_his_seat(story: Cast, private: Chosen) -> None:
    page = client_of(story.amina).get(reverse("preview", args=[story.bos_seat.pk]) + "?rum=plan")
    assert offered(story, "alkohol-og-stoffer").name in words_of(page)
