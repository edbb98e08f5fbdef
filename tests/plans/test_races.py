"""Two devices in the same moment: one goal a form, one wording a version, nothing lost on either database."""

from uuid import uuid4

import pytest

from bordenden.foundation.rules import Stale
from bordenden.plans import actions
from bordenden.plans.models import Goal, Plan, SmallStep, Statement, StepMark, Wording
from bordenden.plans.words import StatementKind
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast

pytestmark = pytest.mark.django_db(transaction=True)
DEVICES = 6


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


@pytest.fixture
def plan(seated: Cast) -> Plan:
    """The plan of a family, which has two heads."""
    return actions.begin(table=seated.holms_table, by=seated.ole, at=MONDAY)


def test_the_same_form_sent_from_many_devices_is_one_goal(seated: Cast, plan: Plan) -> None:
    key = uuid4()
    raised = together(
        *[lambda: actions.set_goal(plan=plan, words="En have", form_key=key, by=seated.jens, at=MONDAY)] * DEVICES
    )
    assert raised == [None] * DEVICES
    assert (Goal.objects.count(), Wording.objects.count()) == (1, 1)


def test_a_plan_begun_many_times_at_once_is_one_plan(seated: Cast) -> None:
    table = seated.karims_table
    raised = together(*[lambda: actions.begin(table=table, by=seated.ole, at=MONDAY)] * DEVICES)
    assert (raised, Plan.objects.filter(table=table).count()) == ([None] * DEVICES, 1)


def test_two_heads_write_at_once_and_all_but_one_are_shown_the_saved_text(seated: Cast, plan: Plan) -> None:
    def say(number: int) -> None:
        by = seated.jens if number % 2 else seated.lone
        actions.say(plan=plan, kind=StatementKind.DREAM, words=f"Nr. {number}", version=0, by=by, at=MONDAY)

    raised = together(*(lambda number=number: say(number) for number in range(DEVICES)))
    (saved,) = Statement.objects.all()
    assert raised.count(None) == 1
    assert {error.saved for error in raised if isinstance(error, Stale)} == {saved.words}


def test_two_heads_reword_at_once_and_no_version_is_written_twice(seated: Cast, plan: Plan) -> None:
    goal = actions.set_goal(plan=plan, words="En have", form_key=uuid4(), by=seated.jens, at=MONDAY)

    def reword(number: int) -> None:
        actions.reword_goal(goal=goal, words=f"Nr. {number}", version=1, by=seated.lone, at=MONDAY)

    raised = together(*(lambda number=number: reword(number) for number in range(DEVICES)))
    goal.refresh_from_db()
    assert (raised.count(None), goal.version, Wording.objects.count()) == (1, 2, 2)
    assert Wording.objects.get(version=2).words == goal.words


def test_a_step_marked_on_many_devices_at_once_is_marked_once(seated: Cast, plan: Plan) -> None:
    step = actions.set_step(plan=plan, words="Så frø", form_key=uuid4(), by=seated.jens, at=MONDAY)
    raised = together(*[lambda: actions.mark_step(step=step, done=True, by=seated.jens, at=MONDAY)] * DEVICES)
    assert (raised, StepMark.objects.count()) == ([None] * DEVICES, 1)
    assert SmallStep.objects.get().done_at == MONDAY
