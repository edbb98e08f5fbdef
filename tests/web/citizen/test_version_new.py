"""Saml min plan: one tap, a draft; a second tap is the same draft; nothing is ever missing for it."""

from bordenden.plans.models import PlanVersion
from tests.cast import Cast, client_of
from tests.plans.ready import aminas_plan
from tests.web.paper import address, refuses
from tests.web.reading import form_of


def test_amina_gathers_an_empty_plan_once_however_often_she_taps(cast: Cast) -> None:
    plan, amina = aminas_plan(cast), client_of(cast.amina)
    there = address("version_new", plan)
    sent = form_of(amina.get(there))
    answers = [amina.post(there, sent) for _twice in range(2)]
    (version,) = PlanVersion.objects.all()
    assert [(one.status_code, one["Location"]) for one in answers] == [(303, address("version", version))] * 2
    assert version.made_by == cast.amina


def test_nobody_else_gathers_it_here(cast: Cast) -> None:
    refuses(cast, address("version_new", aminas_plan(cast)), "bo")
    assert not PlanVersion.objects.exists()
