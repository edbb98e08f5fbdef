"""Which bit of a person a week is: 53 places a year, though most years have 52 weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers of the first and the last week of a file, such as 201405."""

    first: int
    last: int

    def place(self, number: int) -> int:
        """Of a week, from 0."""
        return _place(number) - _place(self.first)

    @property
    def octets(self) -> int:
        """How many bytes of eight weeks."""
        return self.place(self.last) // 8 + 1

    def weeks(self) -> Iterator[tuple[int, np.datetime64]]:
        """The place and the Monday of each week there is."""
        for place in range(self.place(self.last) + 1):
            year, week = divmod(place + _place(self.first) - 1, 53)
            try:
                monday = date.fromisocalendar(year, week + 1, 1)
            except ValueError:
                continue
            yield place, np.datetime64(monday)


def _place(number: int) -> int:
    return number - 47 * (number // 100)
