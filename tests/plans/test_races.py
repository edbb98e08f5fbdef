"""Two devices in the same moment: one goal a form, one wording a version, nothing lost on either database."""

from itertools import cycle, permutations
from uuid import uuid4

import pytest

from bordenden.foundation.rules import NotPossible, Stale
from bordenden.offers.words import Area
from bordenden.pathways import actions as pathways
from bordenden.plans import actions
from bordenden.plans.actions.choosing_order import in_words
from bordenden.plans.models import Chosen, Decision, Goal, Plan, SmallStep, Statement, StepMark, Wording
from bordenden.plans.queries import chosen_on, order_seen
from bordenden.plans.words import DecisionAbout, StatementKind, Tempo
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


def test_one_citizen_at_several_tables_at_once_gets_one_plan_and_the_sentence(seated: Cast) -> None:
    """The rule is one active plan a citizen, not only one a table: nobody meets the database's own words."""
    tables = [pathways.lay_table(head=seated.karim, by=seated.ole, at=MONDAY) for _number in range(DEVICES)]
    raised = together(
        *(lambda table=table: actions.begin(table=table, by=seated.karim, at=MONDAY) for table in tables)
    )
    assert Plan.objects.filter(owner=seated.karim).count() == 1
    assert [type(error) for error in raised if error] == [NotPossible] * (DEVICES - 1)


def wishes(seated: Cast, plan: Plan, *words: str) -> list[Chosen]:
    actions.say(plan=plan, kind=StatementKind.DREAM, words="Ud i det grønne", version=0, by=seated.jens, at=MONDAY)
    return [
        actions.wish(plan=plan, words=one, area=Area.HEALTH, why="", form_key=uuid4(), by=seated.jens, at=MONDAY)
        for one in words
    ]


def test_two_heads_order_at_once_and_all_but_one_are_shown_the_order_that_was_saved(seated: Cast, plan: Plan) -> None:
    rows = wishes(seated, plan, "Male", "Cykle", "Så frø")
    seen = order_seen(rows)
    others = list(permutations(rows))[1:]
    raised = together(
        *(
            lambda wanted=wanted, by=by: actions.reorder(plan=plan, wanted=wanted, seen=seen, by=by, at=MONDAY)
            for wanted, by in zip(others, cycle([seated.jens, seated.lone]), strict=False)
        )
    )
    saved = list(chosen_on(plan=plan))
    assert tuple(saved) in others
    assert sorted(row.position for row in saved) == [row.position for row in saved]
    assert raised.count(None) == 1
    assert {error.saved for error in raised if isinstance(error, Stale)} == {in_words(saved)}
    assert Decision.objects.filter(about=DecisionAbout.ORDER).count() == 1


def test_two_heads_set_the_pace_at_once_and_one_pace_stands(seated: Cast, plan: Plan) -> None:
    (row,) = wishes(seated, plan, "Male")
    raised = together(
        *(
            lambda tempo=tempo, by=by: actions.set_tempo(chosen=row, tempo=tempo, seen=Tempo.SOON, by=by, at=MONDAY)
            for tempo, by in ((Tempo.NOW, seated.jens), (Tempo.LATER, seated.lone))
        )
    )
    row.refresh_from_db()
    assert [type(error) for error in raised if error] == [Stale]
    assert row.tempo == (Tempo.NOW if raised[0] is None else Tempo.LATER)
    assert Decision.objects.filter(about=DecisionAbout.TEMPO).count() == 1
