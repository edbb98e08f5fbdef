"""Occasions by person: in order, each once, and the first and last of everybody who has two."""

from dataclasses import dataclass

import numpy as np

from progression.errors import DuplicatedOccasion, placed
from progression.sources import Integers, Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Occasions:
    """Rows by person and time: `order` puts them so, `begins` is where each person's begin, `sizes` how many."""

    order: Integers
    begins: Integers
    sizes: Integers

    @property
    def first(self) -> Integers:
        """The row of the first occasion of everybody with two or more."""
        return np.asarray(self.order[self.begins[self.sizes > 1]])

    @property
    def last(self) -> Integers:
        """The row of the last occasion of everybody with two or more."""
        return np.asarray(self.order[(self.begins + self.sizes - 1)[self.sizes > 1]])


def occasions(person: Integers, time: Numbers, name: str, at: Integers) -> Occasions:
    """The occasions of everybody. Errors: DuplicatedOccasion naming the column of time and the later row."""
    order = np.lexsort((time, person)).astype(np.int64)
    again = (np.diff(person[order]) == 0) & (np.diff(time[order]) == 0)
    if again.any():
        place = int(np.flatnonzero(again)[0])
        row = int(max(at[order[place]], at[order[place + 1]])) or None
        sentence = f"{placed(name, row)}: the person has two rows at {time[order[place]]}."
        raise DuplicatedOccasion(sentence, column=name, row=row)
    begins = np.flatnonzero(np.diff(person[order], prepend=-1)).astype(np.int64)
    return Occasions(order, begins, np.diff(begins, append=len(order)).astype(np.int64))
