"""What the log answers: newest first, what stands after corrections, how long it has been quiet."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from bordenden.contactlog import actions, queries
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, Direction, Outcome, Turn
from bordenden.pathways.models import Table
from tests.cast import MONDAY, Cast

DAY = timedelta(days=1)


def noted(cast: Cast, *, ago: timedelta, table: Table | None = None, **told: Any) -> Entry:
    """A contact some time ago, by phone to the citizen unless told otherwise."""
    facts = {"summary": "Vi talte.", "channel": Channel.PHONE, "direction": Direction.OUT, "form_key": uuid4()}
    return actions.note(
        table=table or cast.aminas_table, by=cast.bo, at=MONDAY, happened_at=MONDAY - ago, **{**facts, **told}
    )


def test_the_newest_contact_comes_first_with_its_corrections_in_order(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    old, new = noted(cast, ago=9 * DAY), noted(cast, ago=2 * DAY)
    for version, words in enumerate(["Vi talte om toget.", "Vi talte om cyklen."], start=1):
        actions.correct(
            entry=old,
            version=version,
            summary=words,
            channel=Channel.PHONE,
            direction=Direction.OUT,
            form_key=uuid4(),
            by=cast.bo,
            at=MONDAY,
        )
    with django_assert_num_queries(2):
        found = queries.newest(0, 10, table=cast.aminas_table)
        rows = [(row.entry, [c.summary for c in row.corrections]) for row in found]
    assert rows == [(new, []), (old, ["Vi talte om toget.", "Vi talte om cyklen."])]


def test_a_table_shows_its_own_contacts_alone(cast: Cast) -> None:
    hers = noted(cast, ago=DAY)
    noted(cast, ago=DAY, table=cast.karims_table)
    assert [row.entry for row in queries.newest(0, 10, table=cast.aminas_table)] == [hers]


def test_only_real_contact_counts_as_the_last_one(cast: Cast) -> None:
    noted(cast, ago=20 * DAY)
    noted(cast, ago=5 * DAY, outcome=Outcome.NO_ANSWER)
    noted(cast, ago=4 * DAY, channel=Channel.TEXT)
    last = last_of(cast)
    assert (last.reached_at, last.tried_at) == (MONDAY - 20 * DAY, MONDAY - 4 * DAY)


def test_a_correction_decides_whether_it_was_contact_at_all(cast: Cast) -> None:
    noted(cast, ago=20 * DAY)
    entry = noted(cast, ago=5 * DAY)
    assert last_of(cast).reached_at == MONDAY - 5 * DAY
    actions.correct(
        entry=entry,
        version=1,
        summary="Det var telefonsvareren.",
        channel=Channel.PHONE,
        direction=Direction.OUT,
        outcome=Outcome.NO_ANSWER,
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY,
    )
    assert last_of(cast).reached_at == MONDAY - 20 * DAY


def test_never_reached_is_none_and_an_untouched_table_is_absent(cast: Cast) -> None:
    noted(cast, ago=DAY, outcome=Outcome.NO_ANSWER)
    found = queries.last_contacts(tables=[cast.aminas_table, cast.karims_table], at=MONDAY)
    assert {pk: last.reached_at for pk, last in found.items()} == {cast.aminas_table.pk: None}


def test_what_is_noted_later_is_not_yet_known(cast: Cast) -> None:
    noted(cast, ago=3 * DAY)
    noted(cast, ago=DAY)
    found = queries.last_contacts(tables=[cast.aminas_table], at=MONDAY - 2 * DAY)
    assert found[cast.aminas_table.pk].reached_at == MONDAY - 3 * DAY


def test_three_tables_cost_the_two_queries_that_one_table_costs(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tables = [cast.aminas_table, cast.karims_table, cast.holms_table]
    for table in tables:
        for days in range(3):
            noted(cast, ago=days * DAY, table=table)
    for some in (tables[:1], tables):
        with django_assert_num_queries(2):
            assert set(queries.last_contacts(tables=some, at=MONDAY)) == {table.pk for table in some}


@pytest.mark.parametrize(
    ("channel", "direction", "outcome", "whose"),
    [
        (Channel.MEETING, Direction.OUT, Outcome.ABSENT, Turn.CARE),
        (Channel.TEXT, Direction.IN, Outcome.REACHED, Turn.OURS),
        (Channel.PHONE, Direction.IN, Outcome.NO_ANSWER, Turn.OURS),
        (Channel.PHONE, Direction.IN, Outcome.REACHED, Turn.NONE),
        (Channel.PHONE, Direction.OUT, Outcome.NO_ANSWER, Turn.TRY),
        (Channel.LETTER, Direction.OUT, Outcome.SENT, Turn.WAITING),
        (Channel.PHONE, Direction.OUT, Outcome.REACHED, Turn.NONE),
    ],
)
def test_whose_turn_it_is(cast: Cast, channel: Channel, direction: Direction, outcome: Outcome, whose: Turn) -> None:
    noted(cast, ago=9 * DAY)
    noted(cast, ago=DAY, channel=channel, direction=direction, outcome=outcome)
    assert last_of(cast).turn == whose


@pytest.mark.parametrize(
    ("since", "days"),
    [
        (datetime(2026, 3, 2, 7, 0, tzinfo=UTC), 0),
        (datetime(2026, 3, 1, 22, 30, tzinfo=UTC), 1),
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), 0),
        (datetime(2026, 2, 16, 9, 0, tzinfo=UTC), 14),
    ],
    ids=["this morning", "late last evening", "half past midnight in Denmark", "fourteen days"],
)
def test_quiet_days_are_danish_calendar_days(since: datetime, days: int) -> None:
    assert queries.quiet_days(since=since, at=MONDAY) == days


def test_quiet_days_are_right_over_the_night_the_clock_jumps() -> None:
    before, after = datetime(2026, 3, 28, 22, 30, tzinfo=UTC), datetime(2026, 3, 29, 22, 30, tzinfo=UTC)
    assert queries.quiet_days(since=before, at=after) == 2


def last_of(cast: Cast) -> queries.LastContact:
    """Where Amina's table stands."""
    return queries.last_contacts(tables=[cast.aminas_table], at=MONDAY)[cast.aminas_table.pk]
