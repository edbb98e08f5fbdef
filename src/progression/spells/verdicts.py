"""Who may be referred, and why: yes or no with the rule that decided, and the dates it was decided by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from progression import _given
from progression.errors import BadInput
from progression.spells.closing import Spell, add_months, add_years, spells_of
from progression.spells.periods import Period
from progression.spells.rules.law import Rules, Track


class Rule(StrEnum):
    """What decided. The first three that say no come in this order: the day, the benefit, what is not known."""

    AFTER_LAST_REFERRAL = "after_last_referral"
    """No: the project takes nobody any more."""
    NO_BENEFIT = "no_benefit"
    """No: neither in the month of referral nor in the one before was there a benefit that counts."""
    NOT_LONG_ENOUGH = "not_long_enough"
    """No: the spell began less than two years before."""
    AGE_UNKNOWN = "age_unknown"
    """Not decided: the benefit is enough, but the day of birth is needed to know the track."""
    EDUCATION_UNKNOWN = "education_unknown"
    """Not decided: the benefit is enough, but under the age limit the track depends on vocational education."""
    OTHER_TRACK = "other_track"
    """No: she belongs to the other track than the project's; `track_belongs` says which."""
    TWO_YEARS = "two_years"
    """Yes: two uninterrupted years."""
    RESOURCE_PROGRAMME_UNDER_30 = "resource_programme_under_30"
    """Yes, education track: a resource programme, under the age limit, without vocational education."""
    RESOURCE_PROGRAMME_SKILLED = "resource_programme_skilled"
    """Yes, job track: a resource programme, under the age limit, with vocational education."""
    RESOURCE_PROGRAMME_30 = "resource_programme_30"
    """Yes, job track: a resource programme, at or over the age limit."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, and all that a sentence about it needs.

    eligible            yes or no; "not decided" is no, with a rule that says what is missing
    rule                what decided
    track_belongs       the track she belongs to by age and education; None: not known
    age                 whole years on the day of referral; None: not known
    spell_start         first day with benefit of the open spell (the resource programme's, when that is what counts)
    last_day            latest day with a benefit that counts, up to the referral; also when the spell is closed
    first_eligible_on   first day on which the benefit is enough: spell start + two years, or the programme's start
    reset_month         first day of the wholly empty calendar month just before the count began anew; None: none did
    empty_since         first day of the first wholly empty month of that gap; the same when the gap is one month
    """

    eligible: bool
    rule: Rule
    referred_on: date
    track_belongs: Track | None
    age: int | None
    spell_start: date | None
    last_day: date | None
    first_eligible_on: date | None
    reset_month: date | None
    empty_since: date | None


@dataclass(frozen=True, slots=True)
class _Count:
    """What the benefits alone say: TWO_YEARS, NOT_LONG_ENOUGH, NO_BENEFIT, or None for a resource programme."""

    rule: Rule | None
    spell_start: date | None = None
    last_day: date | None = None
    first_eligible_on: date | None = None
    reset_month: date | None = None
    empty_since: date | None = None


def eligibility(
    periods: Sequence[Period],
    *,
    rules: Rules,
    referred_on: date,
    born_on: date | None,
    vocational_education: bool | None,
    track: Track | None = None,
) -> Verdict:
    """Whether one person may be referred on a day, and which rule decides.

    Shape: all her periods, in any order, overlapping or twice; days after the referral are not looked at.
    `vocational_education`: None when nobody knows. `track`: the project's; None: it takes both.
    Kontanthjælp and uddannelseshjælp count together, two years are needed, exactly two are enough, and only a wholly
    empty calendar month starts the count anew. A resource programme needs no two years. Age and education are those
    of the day of referral; at the age limit she is over it. Of 29 February it is 28 February in other years.
    Errors: UnknownCode, NotInForce (begun before it existed), BadInput (born after the referral; no Period; no day).
    Source: STAR's project description of 2014 (target group, note 2, the section on economy); `rules` holds its data.
    """
    _refuse_odd(periods, rules, referred_on, vocational_education, track)
    age = None if born_on is None else age_on(born_on, referred_on)
    young = age is not None and age < rules.education_track_under(referred_on)
    belongs = _track_of(age, young, vocational_education)
    count = _count(periods, rules, referred_on)
    rule = _rule(count, belongs, track, young=young, known=age is not None)
    if rules.last_referral_on is not None and referred_on > rules.last_referral_on:
        rule = Rule.AFTER_LAST_REFERRAL
    return Verdict(
        eligible=rule in ELIGIBLE,
        rule=rule,
        referred_on=referred_on,
        track_belongs=belongs,
        age=age,
        spell_start=count.spell_start,
        last_day=count.last_day,
        first_eligible_on=count.first_eligible_on,
        reset_month=count.reset_month,
        empty_since=count.empty_since,
    )


def _refuse_odd(
    periods: Sequence[Period], rules: Rules, referred_on: date, vocational_education: object, track: object
) -> None:
    """Refuse what cannot be judged: of another kind, a track there is not, a benefit before its time."""
    _given.of_kind("The rules", rules, Rules)
    _given.day("The day of referral", referred_on)
    _given.of_kind("Vocational education", vocational_education, (bool, type(None)))
    if track is not None and track not in list(Track):
        raise BadInput(f"There is no track {_given.said(track)}; there are {', '.join(Track)}.")
    for one in _given.each("The periods", periods, Period):
        rules.refuse_impossible(one.benefit, one.starts_on)


def _rule(count: _Count, belongs: Track | None, track: Track | None, *, young: bool, known: bool) -> Rule:
    """The benefit first, then what is not known, then the track."""
    if count.rule in (Rule.NO_BENEFIT, Rule.NOT_LONG_ENOUGH):
        return count.rule
    if belongs is None:
        return Rule.EDUCATION_UNKNOWN if known else Rule.AGE_UNKNOWN
    if track is not None and track != belongs:
        return Rule.OTHER_TRACK
    return count.rule or _programme_rule(young, belongs)


ELIGIBLE = frozenset(
    {
        Rule.TWO_YEARS,
        Rule.RESOURCE_PROGRAMME_UNDER_30,
        Rule.RESOURCE_PROGRAMME_SKILLED,
        Rule.RESOURCE_PROGRAMME_30,
    }
)
"""The rules that say yes."""


def age_on(born_on: date, day: date) -> int:
    """Whole years lived on a day; the birthday itself counts. NotANumber for no day, BadInput when born after it."""
    _given.day("The day of birth", born_on)
    _given.day("The day", day)
    if born_on > day:
        raise BadInput(f"Born on {born_on}, after {day}.")
    years = day.year - born_on.year
    return years if add_years(born_on, years) <= day else years - 1


def _track_of(age: int | None, young: bool, vocational_education: bool | None) -> Track | None:
    if age is None:
        return None
    if not young or vocational_education:
        return Track.JOB
    return None if vocational_education is None else Track.EDUCATION


def _programme_rule(young: bool, belongs: Track) -> Rule:
    if not young:
        return Rule.RESOURCE_PROGRAMME_30
    if belongs == Track.EDUCATION:
        return Rule.RESOURCE_PROGRAMME_UNDER_30
    return Rule.RESOURCE_PROGRAMME_SKILLED


def _count(periods: Sequence[Period], rules: Rules, on: date) -> _Count:
    """What the benefits say: two years first, then a resource programme, then why not."""
    counted = _two_years(spells_of(periods, on=on, benefits=rules.counting), rules, on)
    if counted.rule == Rule.TWO_YEARS:
        return counted
    programmes = spells_of(periods, on=on, benefits=rules.resource_programmes)
    if programmes and programmes[-1].closed_by is None:
        spell = programmes[-1]
        return _Count(None, spell.starts_on, spell.last_day, spell.starts_on)
    return counted


def _two_years(spells: Sequence[Spell], rules: Rules, on: date) -> _Count:
    if not spells:
        return _Count(Rule.NO_BENEFIT)
    spell, before = spells[-1], spells[-2] if len(spells) > 1 else None
    if spell.closed_by is not None:
        return _Count(
            Rule.NO_BENEFIT, last_day=spell.last_day, reset_month=_month_before(on), empty_since=spell.closed_by
        )
    enough_on = add_years(spell.starts_on, rules.years_needed)
    return _Count(
        Rule.TWO_YEARS if enough_on <= on else Rule.NOT_LONG_ENOUGH,
        spell_start=spell.starts_on,
        last_day=spell.last_day,
        first_eligible_on=enough_on,
        reset_month=_month_before(spell.starts_on) if before else None,
        empty_since=before.closed_by if before else None,
    )


def _month_before(day: date) -> date:
    return add_months(day.replace(day=1), -1)
