"""The rules of small numbers for models and means: how many people and caseworkers a figure must rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from progression.disclosure import ENOUGH, THRESHOLD
from progression.sources import Integers, Numbers, stack
from progression.sources.columns import NOBODY, Truths

CASEWORKERS: Final = 5
GLANCE: Final = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """`persons` people, and a row for each time one of them was with a caseworker: who, and which.

    `home` is the caseworker each person was with last. `caseworker` and `home` are None where no column names them.
    """

    persons: int
    person: Integers
    caseworker: Integers | None
    home: Integers | None

    def enough(self, members: Truths) -> bool:
        """Whether 20 people stand behind a figure about these, and 5 caseworkers where they are named."""
        if int(members.sum()) < ENOUGH:
            return False
        if self.caseworker is None:
            return True
        return len(np.unique(self.caseworker[members[self.person]])) >= CASEWORKERS

    def apart(self, some: Truths, others: Truths, of: Truths) -> bool:
        """Whether a share may be shown: enough people, of whom 5 have some of it and 5 others do not."""
        return self.enough(of) and min(int(some.sum()), int(others.sum())) >= THRESHOLD

    def shown(self, groups: Sequence[Truths]) -> list[bool]:
        """Which groups may be shown: those with enough people, as long as the rest together are enough or nobody.

        Otherwise the mean of the rest could be worked out from the mean of all, so the smallest shown goes too.
        """
        sizes = [int(group.sum()) for group in groups]
        shown = [self.enough(group) for group in groups]
        while any(shown):
            hidden = np.zeros(self.persons, dtype=bool)
            for group, seen in zip(groups, shown, strict=True):
                hidden |= group & (not seen)
            if not hidden.any() or self.enough(hidden):
                break
            shown[min((size, place) for place, size in enumerate(sizes) if shown[place])[1]] = False
        return shown

    def told(self, person: Integers, columns: Sequence[Numbers]) -> bool:
        """Whether enough people stand behind the coefficient of each column.

        A coefficient rests on those who differ from what most have; of a column of two values, on either side.
        """
        return all(all(map(self.enough, self.sides(person, column))) for column in columns)

    def spread(self, person: Integers, column: Numbers) -> bool:
        """Whether a distribution may be shown: enough people, of whom 5 differ from what most have; of two values, 5
        on either side; of one value never, since it would tell of everybody."""
        sides = self.sides(person, column)
        everybody = self.members(person[~np.isnan(column)])
        return self.enough(everybody) and bool(sides) and min(int(one.sum()) for one in sides) >= THRESHOLD

    def sides(self, person: Integers, column: Numbers) -> list[Truths]:
        """Who differs from what most have; of two values those on either side, of one value nobody's."""
        there = ~np.isnan(column)
        values, codes, counts = np.unique(column[there], return_inverse=True, return_counts=True)
        if len(values) < 2:
            return []
        codes, who = codes == int(counts.argmax()), person[there]
        sides = [self.members(who[~codes])]
        return [*sides, self.members(who[codes])] if len(values) == 2 else sides

    def members(self, person: Integers) -> Truths:
        """The people who have a row among these."""
        found = np.zeros(self.persons, dtype=bool)
        found[person] = True
        return found


def crowd_of(person: Integers, persons: int, caseworker: Integers | None) -> Crowd:
    """The crowd of rows that stand in order of person and time; a caseworker who is not known is none."""
    if caseworker is None:
        return Crowd(persons, person, None, None)
    home = np.full(persons, NOBODY, dtype=np.int64)
    home[person] = caseworker
    known = caseworker != NOBODY
    return Crowd(persons, person[known], caseworker[known], home)


def saturated(columns: Sequence[Any], effects: int) -> bool:
    """Whether a model has as many effects as there are different rows to tell them by: a table in disguise."""
    design = stack(columns, 0)
    if len(np.unique(design[:GLANCE], axis=0)) > effects:
        return False
    return len(np.unique(design, axis=0)) <= effects
