"""What somebody knows, or was told, besides the tables: counts of people, and means of their scores."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from progression import _given
from progression.disclosure.tables import MOST_PEOPLE
from progression.errors import BadInput, NegativeDuration, OffTheScale, TooFew

Where = tuple[tuple[str, str], ...]
"""Pairs of a dimension and one of its categories; none for the whole population."""


@dataclass(frozen=True, slots=True)
class Known:
    """A count: a grant's number of people, a target that was met, an insider's own case.

    `until` is the day of a cumulative population, and `since` an earlier such day: those who came between the two.
    With `at_least` there may be more (an insider knows one case, the own).
    Errors: NotANumber for what is no whole number or no day, OffTheScale below 0, NegativeDuration for a `since`
    after `until`, BadInput for what is no pair of texts.
    """

    population: str
    count: int
    where: Where = ()
    until: date | None = None
    at_least: bool = False
    since: date | None = None

    def __post_init__(self) -> None:
        _refuse_odd(self.population, self.where, self.until, self.since)
        _given.whole("A known count of people", self.count, least=0, most=MOST_PEOPLE)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean of scores: `scores` pairs categories of the dimension `of` with what each counts for.

    `value` is off by `within` at most (1/200 for one with two decimals). Whoever has no scored category is not in it.
    Errors: TooFew without scores, OffTheScale for a negative `within`, NotANumber for a float, which is not exact,
    and as for `Known`.
    """

    population: str
    of: str
    scores: tuple[tuple[str, int], ...]
    value: Fraction
    within: Fraction = Fraction(0)
    where: Where = ()
    until: date | None = None

    def __post_init__(self) -> None:
        _refuse_odd(self.population, self.where, self.until)
        _given.of_kind("The dimension of a mean", self.of, str)
        for row, pair in enumerate(_given.each("The scores of a mean", self.scores, tuple), start=1):
            _refuse_no_pair("The scores of a mean", row, pair)
            _given.whole(f"The score of {pair[0]!r}", pair[1], row=row)
        _given.exact("A mean", self.value)
        _given.exact("What a mean may be off by", self.within)
        if not self.scores:
            raise TooFew("A mean needs scores.")
        if self.within < 0:
            raise OffTheScale(f"What a mean may be off by: {self.within} is below 0.")


Told = Known | Mean
TOLD: Final = (Known, Mean)


def _refuse_odd(population: object, where: Where, until: date | None, since: date | None = None) -> None:
    _given.of_kind("A population", population, str)
    for name, day in (("until", until), ("since", since)):
        if day is not None:
            _given.day(f"The day {name!r}", day)
    if until is not None and since is not None and until < since:
        raise NegativeDuration(f"Since {since} is after until {until}.")
    for row, pair in enumerate(_given.each("Where somebody is", where, tuple), start=1):
        _refuse_no_pair("Where somebody is", row, pair)
        _given.of_kind(f"Where somebody is, row {row}: a category", pair[1], str)


def _refuse_no_pair(what: str, row: int, pair: tuple[object, ...]) -> None:
    if len(pair) != 2 or not isinstance(pair[0], str):
        raise BadInput(f"{what}, row {row}: a pair begins with a name, and has one thing more.", row=row)
