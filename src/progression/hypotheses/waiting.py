"""How long something took: shares that have it by a time, other endings competing, and medians."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from progression.disclosure import WITHHELD, Mark
from progression.errors import NegativeDuration, UnknownColumn, placed
from progression.flows import Curve, cumulative_incidence, kaplan_meier
from progression.flows.curves import says_something
from progression.hypotheses.answers import Figure, Middle
from progression.hypotheses.points import not_given, read_events
from progression.hypotheses.small import Crowd, crowd_of
from progression.hypotheses.waves import Design
from progression.hypotheses.words import Unit
from progression.results import Estimate, two_sided
from progression.sources import Integers, Numbers, first_row
from progression.sources.columns import Truths

IT: Final = "it"
OTHER: Final = "other"
MONTHS: Final = (3, 6, 12)
DAYS: Final = (30, 90, 180)


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """A row a wait: whose, how long, and whether it ended with `it`, with something else (`other`), or not yet."""

    person: Integers
    duration: Numbers
    it: Truths
    other: Truths
    crowd: Crowd

    def of(self, rows: Truths) -> "Waits":
        """Some of the waits."""
        return Waits(self.person[rows], self.duration[rows], self.it[rows], self.other[rows], self.crowd)

    def known(self, by: float) -> Truths:
        """The people of whom it is known how it stood by then."""
        return self.crowd.members(self.person[(self.duration >= by) | self.it | self.other])

    def told(self, by: float) -> bool:
        """Whether the share by then may be shown."""
        got = self.crowd.members(self.person[self.it & (self.duration <= by)])
        known = self.known(by)
        return self.crowd.apart(got, known & ~got, known)

    @property
    def table(self) -> dict[str, Any]:
        """The columns that `flows` asks for."""
        why = np.where(self.it, IT, np.where(self.other, OTHER, ""))
        return {"duration": self.duration, "reason": why}


def shares(waits: Waits, times: Sequence[float]) -> list[Estimate | Mark]:
    """The share that has it by each time (Aalen–Johansen), or withheld. p is that of no share at all."""
    if not any(map(waits.told, times)):
        return [WITHHELD for _ in times]
    curve = cumulative_incidence(waits.table, "duration", "reason")[IT]
    return [_at(curve, time) if waits.told(time) else WITHHELD for time in times]


def _at(curve: Curve, time: float) -> Estimate:
    place = int(np.searchsorted(curve.time, time, side="right")) - 1
    value, se = float(curve.value[place]), float(curve.se[place])
    return Estimate(value, se, float(curve.low[place]), float(curve.high[place]), two_sided(value / se))


def share_figures(point: str, name: str, waits: Waits | None, times: Sequence[int]) -> list[Figure]:
    """The shares as figures, one a time."""
    names = [f"{name}_by_{time}" for time in times]
    if waits is None:
        return [not_given(point, one, Unit.SHARE) for one in names]
    found = zip(names, times, shares(waits, times), strict=True)
    return [
        Figure(point, one, Unit.SHARE, value, WITHHELD if isinstance(value, Mark) else int(waits.known(time).sum()))
        for one, time, value in found
    ]


def median(waits: Waits) -> Middle | Mark:
    """How long half of them wait (Kaplan–Meier), those still waiting counted for as long as they have.

    The interval is where the curve's own interval passes a half. Rows of one person are taken for those of several.
    Source: Brookmeyer and Crowley, Biometrics 38 (1982), with the log intervals of `flows`.
    """
    got = waits.crowd.members(waits.person[waits.it])
    everybody = waits.crowd.members(waits.person)
    if not waits.crowd.apart(got, got, everybody):
        return WITHHELD
    curve = kaplan_meier(waits.table, "duration", "reason").only
    return Middle(_passes(curve, curve.value), _passes(curve, curve.low), _passes(curve, curve.high))


def _passes(curve: Curve, values: Numbers) -> float | None:
    """The first time at a half or less; half-way to the next step where it lies flat on a half."""
    under = np.flatnonzero(values <= 0.5 + 1e-12)
    if not under.size:
        return None
    first = int(under[0])
    if abs(float(values[first]) - 0.5) > 1e-12:
        return float(curve.time[first])
    lower = np.flatnonzero(values < 0.5 - 1e-12)
    return float((curve.time[first] + curve.time[int(lower[0])]) / 2) if lower.size else float(curve.time[first])


def read_waits(table: Any, design: Design, duration: str, became: str, it: str) -> Waits | None:  # noqa: ANN401
    """Waits from a table: how long, and what became of them: `it`, another ending, or nothing yet.

    None without a table. Errors: NegativeDuration; those of `sources.read_all`.
    """
    if table is None:
        return None
    rows, caseworker = read_events(table, design, {duration: (None, None)}, [became])
    if duration not in rows.numbers:
        raise UnknownColumn(f"The table has no column {duration!r}.", column=duration)
    time = rows.numbers[duration]
    if (time < 0).any():
        row = first_row(time < 0, rows.at)
        raise NegativeDuration(f"{placed(duration, row)}: it is before the beginning.", column=duration, row=row)
    one = rows.groups[became]
    ended = np.array([says_something(label) for label in one.labels] + [False])[one.codes]
    got = np.array([label == it for label in one.labels] + [False])[one.codes]
    there = ~np.isnan(time)
    person = rows.groups[design.person].codes
    crowd = crowd_of(person, len(rows.groups[design.person].labels), caseworker)
    return Waits(person, time, got, ended & ~got, crowd).of(there)
