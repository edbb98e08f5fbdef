"""Two devices in the same moment: one draft, one plan that holds, on either database."""

from uuid import uuid4

import pytest

from bordenden.plans import actions
from bordenden.plans.models import Plan, PlanVersion
from bordenden.plans.words import VersionStatus
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.plans.ready import ready_plan, step

pytestmark = pytest.mark.django_db(transaction=True)
DEVICES = 6


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


@pytest.fixture
def plan(seated: Cast) -> Plan:
    """A plan she can agree to."""
    return ready_plan(seated)


def test_many_drafts_at_once_are_one_draft(seated: Cast, plan: Plan) -> None:
    raised = together(
        *[lambda: actions.make_draft(plan=plan, form_key=uuid4(), by=seated.amina, at=MONDAY)] * DEVICES
    )
    assert (raised, [row.status for row in PlanVersion.objects.all()]) == ([None] * DEVICES, [VersionStatus.DRAFT])


def test_yes_on_paper_and_on_the_device_at_once_is_one_yes_and_one_plan_holds(seated: Cast, plan: Plan) -> None:
    first = actions.make_draft(plan=plan, form_key=uuid4(), by=seated.amina, at=MONDAY)
    actions.agree(version=first, by=seated.amina, at=MONDAY)
    step(seated, plan, "Gå en tur")
    second = actions.make_draft(plan=plan, form_key=uuid4(), by=seated.amina, at=MONDAY)
    device = lambda: actions.agree(version=second, by=seated.amina, at=MONDAY)  # noqa: E731
    paper = lambda: actions.note_paper(version=second, signed_by=seated.amina, by=seated.bo, at=MONDAY)  # noqa: E731
    raised = together(*[device, paper] * (DEVICES // 2))
    states = PlanVersion.objects.order_by("number").values_list("status", flat=True)
    assert (raised, list(states)) == ([None] * DEVICES, [VersionStatus.SUPERSEDED, VersionStatus.AGREED])
