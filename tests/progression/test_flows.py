"""Flows: exits by reason, and people in, out and standing by month."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progression.flows import Month, exits, monthly

AALBORG = {
    "left_by_choice": 6,
    "flexjob": 2,
    "moved_municipality": 3,
    "imprisonment": 1,
    "ordinary_education": 2,
    "ordinary_job": 6,
    "rehabilitation": 1,
    "discharged_by_caseworker": 5,
}
DAYS = st.dates(date(2014, 1, 1), date(2015, 12, 31))
SPELLS = st.lists(st.tuples(DAYS, st.none() | st.integers(0, 500)), max_size=30)


def test_jobcenter_aalborgs_exits_are_those_of_the_seed_slide() -> None:
    """Input of the seed, not a finding: 26 exits of 200 participants."""
    reasons = [reason for reason, people in AALBORG.items() for _ in range(people)]
    table = exits(reasons, [*AALBORG, "death"])
    assert table.counts == (6, 2, 3, 1, 2, 6, 1, 5, 0)
    assert table.total == 26
    assert table.share("ordinary_job") == Fraction(3, 13)
    assert table.share("ordinary_job", "ordinary_education") == Fraction(4, 13)
    assert table.share("ordinary_job", "ordinary_education", "flexjob") == Fraction(5, 13)
    assert table.share(*AALBORG, of=200) == Fraction(13, 100)


def test_nobody_left_and_nothing_is_a_share_of_it() -> None:
    table = exits([], ["death"])
    assert (table.counts, table.total, table.share("death")) == ((0,), 0, None)
    assert table.share("death", of=200) == 0


def test_an_unknown_reason_is_refused_by_name_and_row() -> None:
    with pytest.raises(ValueError, match=r"^Row 2: .winning the lottery. is not among the reasons"):
        exits(["death", "winning the lottery"], ["death"])
    with pytest.raises(ValueError, match="The category 'death' was given twice"):
        exits([], ["death", "other", "death"])


def test_a_share_counts_nobody_twice_and_never_more_than_all() -> None:
    table = exits(["death", "other"], ["death", "other"])
    with pytest.raises(ValueError, match="given twice"):
        table.share("death", "death")
    with pytest.raises(ValueError, match="2 people left, so the whole cannot be 1"):
        table.share("death", of=1)
    with pytest.raises(ValueError, match="no reason called 'sick'"):
        table.share("sick")


def test_who_stops_on_the_first_is_out_that_month() -> None:
    months = monthly(
        [date(2014, 10, 1), date(2014, 10, 31), date(2014, 11, 5), date(2014, 9, 1)],
        [date(2014, 12, 1), None, date(2014, 11, 5), date(2014, 9, 30)],
        date(2014, 10, 15),
        date(2014, 12, 1),
    )
    assert months == (
        Month(date(2014, 10, 1), 2, 0, 2),
        Month(date(2014, 11, 1), 1, 1, 2),
        Month(date(2014, 12, 1), 0, 1, 1),
    )


def test_spells_that_cannot_be_are_refused() -> None:
    day = date(2015, 5, 5)
    with pytest.raises(ValueError, match="Row 1: stops on 2015-05-04, before it starts on 2015-05-05"):
        monthly([day], [day - timedelta(days=1)], day, day)
    with pytest.raises(ValueError, match="There are 1 starts but 0 stops"):
        monthly([day], [], day, day)
    with pytest.raises(ValueError, match="The last month, 2015-04, comes before the first, 2015-05"):
        monthly([day], [None], day, date(2015, 4, 30))


def next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


@given(SPELLS, DAYS, st.integers(0, 400))
def test_flows_agree_with_asking_everybody_every_month(
    spells: list[tuple[date, int | None]], first: date, length: int
) -> None:
    starts = [start for start, _ in spells]
    stops = [None if days is None else start + timedelta(days=days) for start, days in spells]
    last = first + timedelta(days=length)
    naive = []
    month = first.replace(day=1)
    while month <= last:
        until = next_month(month) - timedelta(days=1)
        naive.append(
            Month(
                month,
                sum(1 for start in starts if month <= start <= until),
                sum(1 for stop in stops if stop and month <= stop <= until),
                sum(
                    1
                    for start, stop in zip(starts, stops, strict=True)
                    if start <= until and (stop is None or until < stop)
                ),
            )
        )
        month = next_month(month)
    assert monthly(starts, stops, first, last) == tuple(naive)


@given(SPELLS)
def test_flows_add_up(spells: list[tuple[date, int | None]]) -> None:
    starts = [start for start, _ in spells]
    stops = [None if days is None else start + timedelta(days=days) for start, days in spells]
    months = monthly(starts, stops, date(2013, 12, 1), date(2018, 1, 1))
    assert sum(month.begun for month in months) == len(spells)
    assert sum(month.stopped for month in months) == sum(1 for stop in stops if stop)
    assert months[0].standing == 0
    assert months[-1].standing == stops.count(None)
    for before, month in pairwise(months):
        assert month.standing == before.standing + month.begun - month.stopped
