"""Whose turn it is and how long it has been quiet, asked of the database: the same answers as for one entry."""

from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.contactlog import actions, queries
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, Direction, Outcome, Turn, Urgency
from bordenden.pathways.models import Table
from tests.access.test_gate import undone
from tests.cast import MONDAY, Cast
from tests.web.staff.cases import many_citizens

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVERY = list(product(Outcome, Direction, Channel))
TABLES = Table.objects.order_by("pk")


def noted(cast: Cast, when: datetime, table: Table | None = None, **told: Any) -> Entry:
    """A call that reached somebody, unless told otherwise."""
    facts = {"summary": "Vi talte.", "channel": Channel.PHONE, "direction": Direction.OUT, "outcome": Outcome.REACHED}
    return actions.note(
        table=table or cast.aminas_table,
        form_key=uuid4(),
        by=cast.bo,
        at=max(when, MONDAY),
        happened_at=when,
        **{**facts, **told},
    )


def turns(cast: Cast, at: datetime = MONDAY) -> set[Turn]:
    """Every turn under which Amina's table is found."""
    tables = TABLES.filter(pk=cast.aminas_table.pk)
    return {turn for turn in Turn if queries.whose_turn(tables=tables, turn=turn, at=at).exists()}


@pytest.mark.parametrize(("outcome", "direction", "channel"), EVERY)
def test_the_database_and_the_rule_agree_for_every_kind_of_contact(
    cast: Cast, outcome: Outcome, direction: Direction, channel: Channel
) -> None:
    entry = noted(cast, MONDAY - HOUR, outcome=outcome, direction=direction, channel=channel)
    assert turns(cast) == {queries.turn(entry)}
    assert turns(cast, MONDAY - 2 * HOUR) == {Turn.NONE}


kinds = st.tuples(st.sampled_from(EVERY), st.integers(0, 5), st.booleans())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(kinds, max_size=6), back=st.integers(-1, 6))
def test_also_after_corrections_and_whatever_moment_one_asks_about(
    cast: Cast, drawn: list[tuple[tuple[Outcome, Direction, Channel], int, bool]], back: int
) -> None:
    at = MONDAY - back * HOUR
    with undone():
        for (outcome, direction, channel), ago, corrected in drawn:
            told: dict[str, Any] = {
                "outcome": outcome,
                "direction": direction,
                "channel": channel,
                "summary": "Sagt.",
            }
            entry = noted(cast, MONDAY - ago * HOUR, **told)
            if corrected:
                stands = queries.standing_of(entry=entry)
                told = {**told, "outcome": Outcome.REACHED, "summary": "Rettet."}
                actions.correct(entry=entry, version=stands.version, form_key=uuid4(), by=cast.bo, at=MONDAY, **told)
        last = queries.last_contacts(tables=[cast.aminas_table], at=at).get(cast.aminas_table.pk)
        assert turns(cast, at) == {last.turn if last else Turn.NONE}
        for days in (1, 14):
            since = (last.reached_at if last else None) or cast.aminas_table.opened_at
            tables = TABLES.filter(pk=cast.aminas_table.pk)
            found = queries.quiet_for(tables=tables, days=days, at=at).exists()
            assert found is (queries.quiet_days(since=since, at=at) >= days)


@pytest.mark.parametrize(
    ("reached", "asked", "fourteen"),
    [
        # 23.30 in Denmark on the 15th, asked at 00.30 on the 29th: fourteen dates apart, thirteen days and an hour.
        (datetime(2026, 1, 15, 22, 30, tzinfo=UTC), datetime(2026, 1, 28, 23, 30, tzinfo=UTC), True),
        (datetime(2026, 1, 15, 23, 30, tzinfo=UTC), datetime(2026, 1, 29, 22, 30, tzinfo=UTC), False),
        # Over the night the clock goes forward (29 March 2026) and the one it goes back (25 October).
        (datetime(2026, 3, 22, 22, 59, tzinfo=UTC), datetime(2026, 4, 4, 22, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 22, 23, 0, tzinfo=UTC), datetime(2026, 4, 5, 21, 59, tzinfo=UTC), False),
        (datetime(2026, 10, 18, 21, 59, tzinfo=UTC), datetime(2026, 10, 31, 23, 0, tzinfo=UTC), True),
        (datetime(2026, 10, 18, 22, 0, tzinfo=UTC), datetime(2026, 11, 1, 22, 59, tzinfo=UTC), False),
    ],
)
def test_fourteen_days_are_fourteen_danish_dates(
    cast: Cast, reached: datetime, asked: datetime, fourteen: bool
) -> None:
    noted(cast, reached)
    tables = TABLES.filter(pk=cast.aminas_table.pk)
    assert (queries.quiet_days(since=reached, at=asked) >= 14) is fourteen
    assert queries.quiet_for(tables=tables, days=14, at=asked).exists() is fourteen


def test_where_there_never_was_contact_the_days_are_counted_from_the_first(cast: Cast) -> None:
    opened = cast.aminas_table.opened_at
    tables = TABLES.filter(pk=cast.aminas_table.pk)
    assert not queries.quiet_for(tables=tables, days=14, at=opened + 13 * DAY).exists()
    assert queries.quiet_for(tables=tables, days=14, at=opened + 14 * DAY).exists()


def test_what_is_urgent_comes_first_then_late_answers_then_care_then_those_that_have_time(cast: Cast) -> None:
    text = {"channel": Channel.TEXT, "direction": Direction.IN}
    noted(cast, MONDAY - 2 * HOUR, cast.aminas_table, **text)
    noted(cast, MONDAY - 9 * DAY, cast.karims_table, outcome=Outcome.ABSENT)
    noted(cast, MONDAY - 5 * DAY, cast.holms_table, **text)
    urgent = many_citizens(cast, 1)[0]
    noted(cast, MONDAY, urgent, urgency=Urgency.AT_RISK, **text)
    late = queries.answer_expected_before(at=MONDAY)
    # Monday: two working days back is Thursday; what came in before that day began is late.
    assert late == datetime(2026, 2, 25, 23, tzinfo=UTC)
    found = queries.who_waits(tables=TABLES.all(), late=late, at=MONDAY)
    assert list(found) == [urgent, cast.holms_table, cast.karims_table, cast.aminas_table]


def test_who_was_answered_or_spoken_to_does_not_wait(cast: Cast) -> None:
    noted(cast, MONDAY - 3 * DAY, channel=Channel.TEXT, direction=Direction.IN)
    noted(cast, MONDAY - DAY)
    found = queries.who_waits(tables=TABLES.all(), late=MONDAY, at=MONDAY)
    assert list(found) == []
