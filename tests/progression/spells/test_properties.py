"""Whatever the days and weeks, the single function says what a walk through the calendar says."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from progression.spells import (
    Period,
    add_years,
    closed_on,
    eligibility,
    rule_set,
    spells_of,
    week_of,
    weeks_to_periods,
)
from tests.examples import examples
from tests.progression.spells.naive import ONE_DAY, Stretch, answer, birthday, days_of_weeks, walk

LAW = rule_set("2014")
FIRST, LAST = date(2011, 11, 1), date(2016, 3, 31)
COUNTING = ("cash_benefit", "education_benefit")

days = st.dates(FIRST, LAST)
# The days on which rules are won and lost: ends and beginnings of months, leap days, and the days beside them.
edges = st.builds(
    lambda year, month, beside: date(year, month, 1) + timedelta(days=beside),
    st.integers(2012, 2015),
    st.sampled_from([1, 2, 3, 5, 6, 7, 12]),
    st.integers(-2, 1),
)


@st.composite
def stretches(draw: st.DrawFn) -> list[Stretch]:
    found: list[Stretch] = []
    for _ in range(draw(st.integers(0, 5))):
        first, last = sorted((draw(days | edges), draw(days | edges)))
        kind = draw(st.sampled_from(["cash_benefit", "cash_benefit", "sickness_benefit"]))
        found.append((kind, first, None if draw(st.integers(0, 9)) == 0 else last))
    return found + (found[:1] if draw(st.booleans()) else [])


@given(periods=stretches(), on=days | edges, born=st.dates(date(1980, 1, 1), date(1990, 1, 1)), skilled=st.booleans())
@examples(300, again=1)
def test_days_walked_one_by_one_give_the_same(periods: list[Stretch], on: date, born: date, skilled: bool) -> None:
    said = eligibility(
        [Period(*one) for one in periods], rules=LAW, referred_on=on, born_on=born, vocational_education=skilled
    )
    walked = answer(periods, on, born, skilled, None, LAW.last_referral_on)
    assert (said.eligible, str(said.rule), said.age) == (walked.eligible, walked.rule, walked.age)
    assert (said.spell_start, said.last_day, said.first_eligible_on) == (
        walked.spell_start,
        walked.last_day,
        walked.first_eligible_on,
    )
    assert (said.reset_month, said.empty_since) == (walked.reset_month, walked.empty_since)


@given(
    weeks=st.lists(
        st.tuples(st.sampled_from([2012, 2013, 2014, 2015]), st.sampled_from([1, 5, 9, 13, 14, 18, 22, 27, 52])),
        max_size=12,
    ),
    longest=st.booleans(),
    on=st.dates(date(2014, 1, 1), LAST),
)
@examples(60, again=1)
def test_weeks_that_straddle_months_and_years_count_in_both(
    weeks: list[tuple[int, int]], longest: bool, on: date
) -> None:
    coded = [(year, week, "cash_benefit") for year, week in weeks] + [(2015, 53, "cash_benefit")] * longest
    walked = walk(days_of_weeks(coded), COUNTING, on)
    spells = spells_of(weeks_to_periods(coded), on=on, benefits=COUNTING)
    is_open = bool(spells) and spells[-1].closed_by is None
    assert (spells[-1].starts_on if is_open else None) == walked.start
    assert (spells[-1].last_day if spells else None) == walked.last


@given(periods=stretches(), on=days)
@examples(100, again=1)
def test_a_spell_is_closed_for_outcomes_exactly_when_the_count_is_reset(periods: list[Stretch], on: date) -> None:
    walked = walk(periods, COUNTING, on)
    closed = closed_on([Period(*one) for one in periods], on=on, benefits=COUNTING)
    assert closed == (walked.last if walked.start is None else None)


@given(day=st.dates(date(1991, 1, 1), date(2090, 1, 1)) | st.sampled_from([date(2012, 2, 29), date(2096, 2, 29)]))
@examples(60, again=1)
def test_two_years_later_and_the_week_of_a_day(day: date) -> None:
    assert add_years(day, 2) == birthday(day, day.year + 2)
    year, week = day.isocalendar()[:2]
    assert week_of(f"{year}-W{week:02}") == week_of(f"{year}{week:02}") == (year, week)
    (period,) = weeks_to_periods([(year, week, "x")])
    assert period.ends_on == period.starts_on + 6 * ONE_DAY
    assert timedelta() <= day - period.starts_on <= 6 * ONE_DAY
