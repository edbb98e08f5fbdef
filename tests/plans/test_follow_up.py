"""Hvordan går det? Asked some days after Amina began something, or the day of a step came; once, and nothing follows."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bordenden.offers.words import Area
from bordenden.plans import actions, queries
from bordenden.plans.models import Chosen, Plan, SmallStep
from bordenden.plans.words import ChosenStatus, StepOwner
from bordenden.post.models import Letter
from bordenden.rounds.table import ROUNDS
from tests.cast import MONDAY, Cast

TODAY = MONDAY.date()
(ROUND,) = [one for one in ROUNDS if one.name == "follow_up"]


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def begun(cast: Cast, plan: Plan, days: int, status: ChosenStatus = ChosenStatus.STARTED) -> Chosen:
    place = {"table_id": plan.table_id, "municipality_id": plan.municipality_id}
    moment = MONDAY - timedelta(days=days)
    return Chosen.objects.create(
        **place, plan=plan, area=Area.HEALTH, words="Morgensvømning", position=1, status=status, status_at=moment,
        chosen_by=cast.amina, chosen_at=moment, started_on=moment.date(), form_key=uuid4(),
    )  # fmt: skip


def step(cast: Cast, plan: Plan, days: int, owner: StepOwner = StepOwner.CITIZEN) -> SmallStep:
    made = actions.set_step(plan=plan, words="Ringe", form_key=uuid4(), owner=owner, by=cast.amina, at=MONDAY)
    made.due_on = TODAY - timedelta(days=days)
    made.save()
    return made


@pytest.mark.requirement("R133")
def test_amina_is_asked_once_about_what_she_began_and_about_her_step(cast: Cast, plan: Plan) -> None:
    swim, call = begun(cast, plan, 7), step(cast, plan, 1)
    assert [ROUND.go(MONDAY + timedelta(days=days)) for days in (0, 0, 1)] == [2, 0, 0]
    letters = Letter.objects.order_by("event").values_list("event", "person", "kind")
    assert list(letters) == [
        (f"chosen_begun:{swim.pk}", cast.amina.pk, "follow_up"),
        (f"step_due:{call.pk}", cast.amina.pk, "follow_up"),
    ]
    swim.refresh_from_db()
    assert (swim.status, swim.version) == (ChosenStatus.STARTED, 1)


def test_not_too_early_not_too_late_and_not_about_what_is_over_or_another_s(cast: Cast, plan: Plan) -> None:
    for days, status in ((6, ChosenStatus.STARTED), (21, ChosenStatus.STARTED), (7, ChosenStatus.STOPPED)):
        begun(cast, plan, days, status)
    step(cast, plan, 0)
    step(cast, plan, 3, StepOwner.COORDINATOR)
    done = actions.set_step(plan=plan, words="Gjort", form_key=uuid4(), by=cast.amina, at=MONDAY)
    SmallStep.objects.filter(pk=done.pk).update(due_on=TODAY - timedelta(days=2), done_at=MONDAY)
    assert (ROUND.go(MONDAY), queries.plan_today(table=cast.aminas_table, at=MONDAY).follow_up) == (0, None)


def test_her_page_has_one_line_of_it_what_she_began_before_a_step(cast: Cast, plan: Plan) -> None:
    call = step(cast, plan, 1)
    assert queries.plan_today(table=cast.aminas_table, at=MONDAY).follow_up == queries.FollowUp(
        call.pk, "Ringe", is_step=True
    )
    swim = begun(cast, plan, 8)
    assert queries.plan_today(table=cast.aminas_table, at=MONDAY).follow_up == queries.FollowUp(
        swim.pk, "Morgensvømning", is_step=False
    )
