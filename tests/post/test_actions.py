"""A letter is queued once a person and event, and called off when it no longer needs saying."""

from datetime import timedelta

import pytest

from bordenden.post import actions
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State
from tests.cast import MONDAY, Cast

pytestmark = pytest.mark.django_db


def test_the_same_event_is_told_once(cast: Cast) -> None:
    for minutes in range(3):
        at = MONDAY + timedelta(minutes=minutes)
        actions.queue(to=cast.amina, kind=Kind.MESSAGE, about=cast.aminas_table, event="message:1", at=at)
    letter = Letter.objects.get()
    assert (letter.person, letter.table, letter.municipality) == (
        cast.amina.pk,
        cast.aminas_table.pk,
        cast.fjordby.pk,
    )
    assert (letter.queued_at, letter.not_before, letter.state) == (MONDAY, MONDAY, State.WAITING)


def test_what_no_longer_needs_saying_is_not_said(cast: Cast) -> None:
    later = MONDAY + timedelta(days=7)
    letter = actions.queue(
        to=cast.amina, kind=Kind.STEP_DUE, about=cast.aminas_table, event="step:1", at=MONDAY, not_before=later
    )
    assert actions.call_off(about=cast.aminas_table, kind=Kind.MESSAGE, at=MONDAY) == 0
    assert actions.call_off(about=cast.aminas_table, kind=Kind.STEP_DUE, at=MONDAY) == 1
    letter.refresh_from_db()
    assert (letter.state, letter.settled_at) == (State.CANCELLED, MONDAY)
