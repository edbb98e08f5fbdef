"""A course ends with open steps: the plan ends with it, all on it stays hers, and nobody is reminded any more."""

from datetime import timedelta

import pytest

from bordenden.foundation.ids import new_id
from bordenden.offers.words import Area
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.actions import choose_notices
from bordenden.people.words import Wish
from bordenden.plans import actions, queries
from bordenden.plans.models import Plan, SmallStep
from bordenden.plans.words import ChosenStatus, StatementKind
from bordenden.post.models import Letter
from bordenden.programmes.actions import begin_project
from bordenden.programmes.words import Track
from bordenden.rounds.table import ROUNDS
from tests.cast import MONDAY, Cast
from tests.plans.ready import agreed, chosen, ready_plan, step

DAY = timedelta(days=1)


def goes(name: str, days: int) -> int:
    (one,) = [each for each in ROUNDS if each.name == name]
    return one.go(MONDAY + days * DAY)


def ends(cast: Cast) -> None:
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Agreed and not given; something begun, a step with a day, and reminders asked for."""
    plan = ready_plan(cast)
    chosen(cast, plan, "Svømning", Area.HEALTH, status=ChosenStatus.STARTED, started_on=MONDAY.date())
    SmallStep.objects.filter(pk=step(cast, plan, "Ringe").pk).update(due_on=(MONDAY + 14 * DAY).date())
    choose_notices(person=cast.amina, way=Wish.PAPER, email="", reminders=True, by=cast.amina, at=MONDAY)
    agreed(cast, plan)
    return plan


@pytest.mark.parametrize(("over", "letters"), [(False, [1, 1, 2]), (True, [0, 0, 0])])
def test_no_round_reminds_or_asks_after_the_end_of_her_course(
    cast: Cast, plan: Plan, *, over: bool, letters: list[int]
) -> None:
    if over:
        ends(cast)
        actions.let_go(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    before = Letter.objects.count()
    assert [goes("reminders", 13), goes("handovers", 15), goes("follow_up", 15)] == letters
    assert Letter.objects.count() - before == sum(letters)
    asked = queries.plan_today(table=cast.aminas_table, at=MONDAY + 15 * DAY).follow_up
    assert (asked is None) == over


def test_a_reminder_that_waits_when_her_course_ends_is_called_off(cast: Cast, plan: Plan) -> None:
    assert goes("reminders", 13) == 1
    ends(cast)
    assert (goes("plans follow courses", 13), goes("reminders", 13)) == (1, 0)
    assert list(Letter.objects.filter(kind="step_due").values_list("state", flat=True)) == ["cancelled"]


def test_the_plan_ends_by_itself_stays_hers_and_goes_on_with_a_new_course(cast: Cast, plan: Plan) -> None:
    left = queries.left_open(table=cast.aminas_table)
    assert (left.steps, left.chosen, left.lines) == (2, 2, 0)
    assert goes("plans follow courses", 1) == 0
    ends(cast)
    assert [goes("plans follow courses", day) for day in (1, 2)] == [1, 0]
    plan.refresh_from_db()
    assert plan.ended_at == MONDAY + DAY
    actions.say(plan=plan, kind=StatementKind.DREAM, words="Et hus", version=0, by=cast.amina, at=MONDAY + DAY)
    actions.set_step(plan=plan, words="Gå en tur", form_key=new_id(), by=cast.amina, at=MONDAY + DAY)
    assert queries.left_open(table=cast.aminas_table) == queries.LeftOpen(steps=3, chosen=2, lines=0)
    again = begin_project(programme=cast.programme, municipality=cast.fjordby, name="Igen", track=Track.JOB)
    pathways.enrol(
        table=cast.aminas_table,
        project=again,
        reference="F-9",
        referred_on=MONDAY.date() + 3 * DAY,
        by=cast.bo,
        at=MONDAY + 3 * DAY,
    )
    assert [goes("plans follow courses", day) for day in (3, 4)] == [1, 0]
    plan.refresh_from_db()
    assert plan.ended_at is None
