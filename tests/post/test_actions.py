"""A letter is queued once a person and event, and called off when it no longer needs saying."""

import re
from datetime import timedelta

import pytest

from bordenden.pathways.models import Table
from bordenden.post import actions
from bordenden.post.models import Letter
from bordenden.post.queries import first_on_paper, to_print
from bordenden.post.words import Kind, State
from tests.cast import MONDAY, Cast
from tests.walls import POSTGRESQL

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


def test_what_is_to_be_printed_is_looked_up_and_not_every_letter(cast: Cast) -> None:
    tables = Table.objects.filter(pk=cast.aminas_table.pk)
    asked = [
        to_print(table=cast.aminas_table, besides=cast.bo),
        first_on_paper(tables=tables.order_by().values("pk"), besides=cast.bo),
    ]
    for rows in asked:
        assert list(rows) == []
        # Of the few letters of a test PostgreSQL reads the whole table, whatever index there is.
        assert POSTGRESQL or not re.search(r"SCAN (post_letter|U\d)", rows.explain())
