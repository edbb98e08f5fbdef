"""Quarters of a year, written 2016Q3: the beat in which figures are published."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_TEXT = re.compile(r"(\d{4})Q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """The first to fourth quarter of a year."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.following.first - timedelta(days=1)

    @property
    def following(self) -> "Quarter":
        """The one after."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)


def quarter_of(day: date) -> Quarter:
    """The quarter a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def parse(text: str) -> Quarter:
    """Read 2016Q3. Raises ValueError for anything else."""
    found = _TEXT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a quarter; 2016Q3 is one.")
    return Quarter(int(found[1]), int(found[2]))


def ended_between(first: date, last: date, before: date) -> list[Quarter]:
    """The quarters from that of `first` to that of `last` whose last day lies before `before`."""
    quarters = []
    quarter = quarter_of(first)
    while quarter.first <= last and quarter.last < before:
        quarters.append(quarter)
        quarter = quarter.following
    return quarters
