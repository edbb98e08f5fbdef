"""The table of cases of the domain, to the day; and what one person's verdict says besides yes and no."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from progression.errors import BadInput, NegativeDuration, NotInForce, UnknownCode
from progression.spells import Period, Rule, Track, Verdict, closed_on, eligibility, rule_set, spells_of, status_after

LAW = rule_set("2014")
REFERRED = date(2014, 10, 15)
YOUNG = date(1990, 4, 2)


def cash(starts_on: date, ends_on: date | None = None) -> Period:
    return Period("cash_benefit", starts_on, ends_on)


def asked(
    *periods: Period,
    on: date = REFERRED,
    born: date | None = YOUNG,
    skilled: bool | None = False,
    track: Track | None = None,
) -> Verdict:
    return eligibility(periods, rules=LAW, referred_on=on, born_on=born, vocational_education=skilled, track=track)


@pytest.mark.requirement("R107")
@pytest.mark.requirement("R109")
def test_mie_with_benefit_every_month_for_two_years_may_be_referred() -> None:
    mie = asked(cash(date(2012, 10, 1), date(2014, 10, 15)))
    assert (mie.eligible, mie.rule, mie.track_belongs) == (True, Rule.TWO_YEARS, Track.EDUCATION)
    assert (mie.spell_start, mie.first_eligible_on, mie.reset_month) == (date(2012, 10, 1), date(2014, 10, 1), None)


@pytest.mark.requirement("R109")
def test_fifty_nine_days_without_benefit_but_no_whole_month_reset_nothing() -> None:
    mie = asked(cash(date(2012, 10, 1), date(2013, 5, 1)), cash(date(2013, 6, 30)))
    assert (mie.eligible, mie.spell_start, mie.reset_month) == (True, date(2012, 10, 1), None)


@pytest.mark.requirement("R109")
def test_one_wholly_empty_month_resets_and_is_named() -> None:
    before, after = cash(date(2012, 10, 1), date(2013, 5, 30)), cash(date(2013, 7, 1))
    mie = asked(before, after)
    assert (mie.eligible, mie.rule) == (False, Rule.NOT_LONG_ENOUGH)
    assert (mie.spell_start, mie.first_eligible_on) == (date(2013, 7, 1), date(2015, 7, 1))
    assert (mie.reset_month, mie.empty_since) == (date(2013, 6, 1), date(2013, 6, 1))
    assert not asked(before, after, on=date(2015, 6, 30)).eligible
    assert asked(before, after, on=date(2015, 7, 1)).eligible


def test_of_several_empty_months_the_last_and_the_first_are_named() -> None:
    mie = asked(cash(date(2012, 1, 1), date(2013, 2, 28)), cash(date(2013, 6, 20)))
    assert (mie.empty_since, mie.reset_month, mie.spell_start) == (
        date(2013, 3, 1),
        date(2013, 5, 1),
        date(2013, 6, 20),
    )


@pytest.mark.requirement("R5")
@pytest.mark.requirement("R107")
def test_kontanthjaelp_and_uddannelseshjaelp_count_together() -> None:
    sara = asked(cash(date(2012, 9, 1), date(2013, 12, 31)), Period("education_benefit", date(2014, 1, 1)))
    assert (sara.rule, sara.track_belongs) == (Rule.TWO_YEARS, Track.EDUCATION)
    other = asked(cash(date(2012, 9, 1), date(2013, 12, 31)), Period("sickness_benefit", date(2014, 1, 1)))
    assert (other.rule, other.reset_month, other.empty_since) == (
        Rule.NO_BENEFIT,
        date(2014, 9, 1),
        date(2014, 1, 1),
    )


@pytest.mark.requirement("R108")
def test_under_thirty_in_a_resource_programme_needs_no_two_years() -> None:
    programme = Period("resource_programme_benefit", date(2014, 7, 15))
    bo = asked(programme, born=date(1985, 1, 1), track=Track.EDUCATION)
    assert (bo.age, bo.eligible, bo.rule) == (29, True, Rule.RESOURCE_PROGRAMME_UNDER_30)
    assert (bo.spell_start, bo.first_eligible_on) == (date(2014, 7, 15), date(2014, 7, 15))
    skilled = asked(programme, born=date(1985, 1, 1), skilled=True, track=Track.EDUCATION)
    assert (skilled.eligible, skilled.rule, skilled.track_belongs) == (False, Rule.OTHER_TRACK, Track.JOB)


@pytest.mark.requirement("R223")
def test_the_young_with_a_vocational_education_belong_to_the_job_track() -> None:
    bo = asked(cash(date(2011, 10, 15)), born=date(1985, 1, 1), skilled=True, track=Track.JOB)
    assert (bo.age, bo.eligible, bo.rule, bo.track_belongs) == (29, True, Rule.TWO_YEARS, Track.JOB)
    unskilled = asked(cash(date(2011, 10, 15)), born=date(1985, 1, 1), skilled=False, track=Track.JOB)
    assert (unskilled.eligible, unskilled.rule, unskilled.track_belongs) == (
        False,
        Rule.OTHER_TRACK,
        Track.EDUCATION,
    )
    programme = Period("resource_programme_benefit", date(2014, 7, 15))
    assert asked(programme, skilled=True).rule == Rule.RESOURCE_PROGRAMME_SKILLED


@pytest.mark.requirement("R5")
def test_at_thirty_a_resource_programme_belongs_to_the_job_track_from_the_birthday_on() -> None:
    programme = Period("resource_programme_benefit", date(2014, 7, 15))
    birthday = asked(programme, born=date(1984, 10, 15))
    assert (birthday.age, birthday.rule, birthday.track_belongs) == (30, Rule.RESOURCE_PROGRAMME_30, Track.JOB)
    eve = asked(programme, born=date(1984, 10, 16))
    assert (eve.age, eve.rule, eve.track_belongs) == (29, Rule.RESOURCE_PROGRAMME_UNDER_30, Track.EDUCATION)


def test_after_the_last_day_nobody_is_referred_and_a_project_may_set_another_day() -> None:
    mie = [cash(date(2012, 10, 1))]
    late = asked(*mie, on=date(2016, 4, 10))
    assert (late.eligible, late.rule) == (False, Rule.AFTER_LAST_REFERRAL)
    assert asked(*mie, on=date(2016, 3, 31)).eligible
    longer = replace(LAW, last_referral_on=date(2016, 4, 10))
    assert eligibility(
        mie, rules=longer, referred_on=date(2016, 4, 10), born_on=YOUNG, vocational_education=False
    ).eligible


def test_what_is_not_known_is_said_and_not_guessed() -> None:
    years = cash(date(2012, 1, 1))
    assert (asked(years, skilled=None).rule, asked(years, skilled=None).eligible) == (Rule.EDUCATION_UNKNOWN, False)
    assert asked(years, born=None).rule == Rule.AGE_UNKNOWN
    # At thirty nobody needs to ask, and without benefit the answer is no whatever she would say.
    assert asked(years, born=date(1980, 1, 1), skilled=None).rule == Rule.TWO_YEARS
    assert asked(cash(date(2014, 5, 1)), born=None).rule == Rule.NOT_LONG_ENOUGH
    assert asked().rule == Rule.NO_BENEFIT


@pytest.mark.parametrize(
    ("starts_on", "first"),
    [
        (date(2012, 2, 29), date(2014, 2, 28)),
        (date(2012, 2, 28), date(2014, 2, 28)),
        (date(2012, 3, 1), date(2014, 3, 1)),
        (date(2014, 2, 28), date(2016, 2, 28)),
    ],
)
def test_two_years_to_the_day(starts_on: date, first: date) -> None:
    assert asked(cash(starts_on), on=first).rule == Rule.TWO_YEARS
    eve = asked(cash(starts_on), on=first - timedelta(days=1))
    assert (eve.rule, eve.first_eligible_on) == (Rule.NOT_LONG_ENOUGH, first)


def test_the_month_of_referral_is_not_over_and_days_after_it_are_not_known() -> None:
    until_september = asked(cash(date(2012, 1, 1), date(2014, 9, 1)))
    assert (until_september.rule, until_september.last_day) == (Rule.TWO_YEARS, date(2014, 9, 1))
    until_august = asked(cash(date(2012, 1, 1), date(2014, 8, 31)))
    assert (until_august.rule, until_august.reset_month) == (Rule.NO_BENEFIT, date(2014, 9, 1))
    tomorrow = asked(cash(REFERRED + timedelta(days=1)))
    assert (tomorrow.rule, tomorrow.last_day, tomorrow.spell_start) == (Rule.NO_BENEFIT, None, None)


def test_prison_counts_only_where_the_rules_say_so() -> None:
    periods = [cash(date(2012, 1, 1), date(2013, 1, 31)), Period("prison", date(2013, 2, 1), date(2013, 6, 30))]
    periods.append(cash(date(2013, 7, 1)))
    assert asked(*periods).spell_start == date(2013, 7, 1)
    with_prison = replace(LAW, prison_weeks_count=True)
    verdict = eligibility(periods, rules=with_prison, referred_on=REFERRED, born_on=YOUNG, vocational_education=False)
    assert (verdict.spell_start, verdict.rule) == (date(2012, 1, 1), Rule.TWO_YEARS)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(NegativeDuration, match="ends on 2014-01-01, before it starts on 2014-01-02"):
        cash(date(2014, 1, 2), date(2014, 1, 1))
    with pytest.raises(UnknownCode, match="no benefit 'lottery'"):
        asked(Period("lottery", date(2014, 1, 1)))
    with pytest.raises(NotInForce, match="'education_benefit' cannot begin on 2013-12-29"):
        asked(Period("education_benefit", date(2013, 12, 29)))
    # Of the week in which it came, nobody knows the day.
    assert asked(Period("education_benefit", date(2013, 12, 30))).spell_start == date(2013, 12, 30)
    with pytest.raises(BadInput, match="after 2014-10-15"):
        asked(born=date(2015, 1, 1))


def test_outcomes_close_a_spell_by_the_same_rule() -> None:
    periods = [cash(date(2014, 1, 1), date(2014, 3, 31)), cash(date(2014, 5, 2), date(2014, 8, 31))]
    first, second = spells_of(periods, on=date(2014, 10, 1))
    assert (first.last_day, first.closed_by) == (date(2014, 3, 31), date(2014, 4, 1))
    assert (second.starts_on, second.closed_by) == (date(2014, 5, 2), date(2014, 9, 1))
    assert closed_on(periods, on=date(2014, 9, 30)) is None
    assert closed_on(periods, on=date(2014, 10, 1)) == date(2014, 8, 31)
    assert closed_on([], on=date(2014, 10, 1)) is None
    assert status_after(date(2015, 11, 30)) == {
        1: date(2015, 12, 30),
        3: date(2016, 2, 29),
        6: date(2016, 5, 30),
        12: date(2016, 11, 30),
    }
