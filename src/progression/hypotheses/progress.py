"""How groups moved: mean changes of people, each counted once, in groups that may be shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from progression.disclosure import WITHHELD, Mark
from progression.hypotheses.answers import Progress
from progression.hypotheses.small import Crowd
from progression.hypotheses.waves import Waves, earlier
from progression.results import Estimate, estimate
from progression.sources import Integers, Numbers
from progression.sources.columns import Truths


def ratio(top: Numbers, bottom: Numbers, cluster: Integers | None = None) -> Estimate:
    """Σ top / Σ bottom over people, with the error of a ratio; with a bottom of ones it is the mean.

    Shape: a row a person, `bottom` > 0 in sum. With clusters (caseworkers) the errors are theirs.
    Interval: Student's t with one degree of freedom less than there are people, or clusters.
    Source: se² = n/(n − 1)·Σ(top − R·bottom)² / (Σ bottom)²; Cochran, Sampling Techniques (1977), chapter 6.
    """
    whole = float(bottom.sum())
    value = float(top.sum()) / whole
    left = top - value * bottom
    if cluster is not None:
        left = np.bincount(np.unique(cluster, return_inverse=True)[1], left)
    n = len(left)
    return estimate(value, sqrt(n / (n - 1) * float((left**2).sum())) / whole, n - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Changes to be averaged: of whom, in which group (NOBODY: in none), and by how much."""

    person: Integers
    group: Integers
    change: Numbers

    def of(self, group: int, crowd: Crowd) -> Truths:
        """The people with a change in a group."""
        return crowd.members(self.person[self.group == group])

    def mean(self, group: int, crowd: Crowd) -> Estimate:
        """The mean change of a group; several changes of a person belong together."""
        inside = self.group == group
        who, change = self.person[inside], self.change[inside].astype(np.float64)
        times, total = np.bincount(who, minlength=crowd.persons), np.bincount(who, change, crowd.persons)
        there = times > 0
        return ratio(total[there], times[there], None if crowd.home is None else crowd.home[there])


def first_to_last(waves: Waves, group: Integers, *, skip: int = 0) -> Moves:
    """Each person's last assessment minus her first, or minus that after `skip` others; `group` a person."""
    score = waves.column(waves.design.outcome)
    there = waves.sizes > skip + 1
    change = score[waves.ends[there]] - score[waves.begins[there] + skip]
    return Moves(np.flatnonzero(there).astype(np.int64), group[there], change)


def across(waves: Waves, group: Integers, *, skip: int = 0) -> Moves:
    """Each assessment minus that two before; `group` a row, by the exposure of the one between, which so lies after
    the first and before the last. `skip` leaves out each person's first such changes."""
    score = waves.column(waves.design.outcome)
    change = score - waves.column(earlier(waves.design.outcome))
    there = ~np.isnan(change) & (np.arange(len(score)) - waves.begins[waves.person] > 1 + skip)
    return Moves(waves.person[there], group[there], change[there])


def progress(
    moves: Moves, later: Moves, labels: Sequence[str], crowd: Crowd, sizes: Integers, members: Sequence[Truths]
) -> dict[str, Progress]:
    """The progress of each group. `sizes`: the assessments of each person; `members`: all people of each group."""
    changed, second = _shown(moves, labels, crowd), _shown(later, labels, crowd)
    seen = crowd.shown(list(members))
    found = {}
    for place, label in enumerate(labels):
        answers = float(sizes[members[place]].mean()) if seen[place] else WITHHELD
        found[label] = Progress(*changed[place], *second[place], answers)
    return found


def _shown(moves: Moves, labels: Sequence[str], crowd: Crowd) -> list[tuple[int | Mark, Estimate | Mark]]:
    people = [moves.of(place, crowd) for place in range(len(labels))]
    return [
        (int(who.sum()), moves.mean(place, crowd)) if seen else (WITHHELD, WITHHELD)
        for place, (who, seen) in enumerate(zip(people, crowd.shown(people), strict=True))
    ]


def by_exposure(waves: Waves, group: Integers, labels: Sequence[str]) -> dict[str, Progress]:
    """By groups of the exposure: of people, or of rows where it is lagged."""
    crowd = waves.crowd
    if waves.design.lagged:
        moves, later = across(waves, group), across(waves, group, skip=1)
        members = [crowd.members(waves.person[group == place]) for place in range(len(labels))]
    else:
        moves, later = first_to_last(waves, group), first_to_last(waves, group, skip=1)
        members = [group == place for place in range(len(labels))]
    return progress(moves, later, labels, crowd, waves.sizes, members)


def by_exit(waves: Waves) -> Mapping[str, Progress] | None:
    """By the reason for leaving, from first to last; None where no column says it."""
    if waves.left is None:
        return None
    moves, later = first_to_last(waves, waves.left), first_to_last(waves, waves.left, skip=1)
    members = [waves.left == place for place in range(len(waves.reasons))]
    return progress(moves, later, waves.reasons, waves.crowd, waves.sizes, members)
