"""The day before a small step's day, and only for her who asked for it; once a person, step and day."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from bordenden.people.actions import choose_notices
from bordenden.people.words import Wish
from bordenden.plans.actions import begin, mark_step, set_step
from bordenden.plans.models import SmallStep
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State
from bordenden.rounds.reminders import remind
from tests.cast import MONDAY, Cast
from tests.walls import as_the_application

DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db


def step_of(cast: Cast, words: str, due_on: date | None) -> SmallStep:
    plan = begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)
    step = set_step(plan=plan, words=words, form_key=uuid4(), by=cast.amina, at=MONDAY)
    step.due_on = due_on
    step.save()
    return step


def asks_for_reminders(cast: Cast, *, yes: bool) -> None:
    choose_notices(person=cast.amina, way=Wish.PAPER, email="", reminders=yes, by=cast.amina, at=MONDAY)


def test_she_is_reminded_once_the_day_before_and_not_at_night(cast: Cast) -> None:
    step = step_of(cast, "Ring til skolen", (MONDAY + 2 * DAY).date())
    step_of(cast, "Gå en tur", None)
    asks_for_reminders(cast, yes=True)
    assert (remind(at=MONDAY), Letter.objects.count()) == (0, 0)
    night = datetime(2026, 3, 3, 0, 30, tzinfo=UTC)
    with as_the_application():
        assert [remind(at=night), remind(at=night + DAY / 2), remind(at=night + DAY)] == [1, 1, 1]
    letter = Letter.objects.get()
    assert (letter.person, letter.kind, letter.thing) == (cast.amina.pk, Kind.STEP_DUE, step.pk)
    assert letter.not_before == datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
    assert remind(at=night + 2 * DAY) == 0


def test_who_never_asked_is_not_reminded_and_nobody_else_of_it(cast: Cast) -> None:
    step_of(cast, "Ring til skolen", (MONDAY + DAY).date())
    assert remind(at=MONDAY) == 0
    asks_for_reminders(cast, yes=False)
    assert (remind(at=MONDAY), Letter.objects.count()) == (0, 0)


def test_a_step_done_meanwhile_is_not_reminded_of(cast: Cast) -> None:
    step = step_of(cast, "Ring til skolen", (MONDAY + DAY).date())
    asks_for_reminders(cast, yes=True)
    assert remind(at=MONDAY) == 1
    mark_step(step=step, done=True, by=cast.amina, at=MONDAY)
    assert remind(at=MONDAY + DAY / 24) == 0
    assert Letter.objects.get().state == State.CANCELLED
