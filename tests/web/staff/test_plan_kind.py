"""Ressourceforløb: Bo says what the plan is and why; a substitute and she herself do not."""

import pytest

from bordenden.plans.models import KindChange
from tests.cast import Cast, client_of
from tests.plans.ready import aminas_plan
from tests.web.pages import text_of
from tests.web.paper import address, refuses
from tests.web.reading import form_of, words_of


@pytest.mark.requirement("R155")
def test_bo_makes_it_the_part_of_a_resource_course_once(cast: Cast) -> None:
    plan, bo = aminas_plan(cast), client_of(cast.bo)
    there = address("plan_kind", plan)
    sent = {**form_of(bo.get(there)), "kind": "resource", "why": "Bevilget 1. marts."}
    assert [bo.post(there, sent).status_code for _twice in range(2)] == [303, 303]
    assert KindChange.objects.count() == 1
    assert "Indsatsdel af rehabiliteringsplanen" in text_of(bo, address("case_versions", plan))


def test_without_a_reason_nothing_changes(cast: Cast) -> None:
    plan = aminas_plan(cast)
    answer = client_of(cast.bo).post(address("plan_kind", plan), {"kind": "resource", "why": ""})
    assert (answer.status_code, "Skriv hvorfor." in words_of(answer)) == (422, True)
    plan.refresh_from_db()
    assert plan.kind == "one"


def test_nobody_else_says_what_it_is(cast: Cast) -> None:
    refuses(cast, address("plan_kind", aminas_plan(cast)), "amina")
