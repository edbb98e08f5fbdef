"""The spells of many people at once: sorted days in, the last spell of each person and what reset it out."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]
Places = npt.NDArray[np.int64]
NEVER: Final = np.datetime64("NaT", "D")
_FAR: Final = np.int64(1 << 24)
_WEEK: Final = np.timedelta64(6, "D")


@dataclass(frozen=True, slots=True, eq=False)
class LastSpells:
    """One entry a person, by place: what `eligibility` calls by the same names; NaT where there is none."""

    spell_start: Days
    last_day: Days
    reset_month: Days
    empty_since: Days

    @classmethod
    def none(cls, people: int) -> "LastSpells":
        """Nobody has had any benefit."""
        return cls(*(np.full(people, NEVER) for _ in range(4)))

    def put(self, places: Places, found: "LastSpells") -> None:
        """What was found for some of the people."""
        for name in ("spell_start", "last_day", "reset_month", "empty_since"):
            getattr(self, name)[places] = getattr(found, name)


def last_spells(person: Places, first: Days, last: Days, on: Days) -> LastSpells:
    """The last spell of each person, known as of her day `on`.

    Shape: a row a period, by person (a place in `on`) and then by first day; overlaps and repeats allowed. Days after
    `on` are not known yet. The rule is that of `spells_of`: only a wholly empty calendar month closes a spell.
    """
    found = LastSpells.none(on.size)
    known = first <= on[person]
    person, first, last = person[known], first[known], np.minimum(last, on[person])[known]
    if not person.size:
        return found
    # The latest day so far of the same person: people rise, so a person's days never reach into the next one's.
    reach = np.maximum.accumulate(last.astype(np.int64) + person * _FAR) - person * _FAR
    until = reach.astype("datetime64[D]")
    begins = np.ones(person.size, dtype=bool)
    begins[1:] = (person[1:] != person[:-1]) | (_month(first[1:]) - _month(until[:-1]) > 1)
    at = np.flatnonzero(begins)
    ends = np.append(at[1:], person.size) - 1
    latest = np.append(person[at][1:] != person[at][:-1], True)
    who, starts, stops, before = person[at], first[at], until[ends], np.full(at.size, NEVER)
    before[1:] = np.where(who[1:] == who[:-1], stops[:-1], NEVER)
    who, starts, stops, before = who[latest], starts[latest], stops[latest], before[latest]
    closed = _month(on[who]) - _month(stops) > 1
    renewed = ~np.isnat(before)
    found.spell_start[who] = np.where(closed, NEVER, starts)
    found.last_day[who] = stops
    found.reset_month[who] = np.where(
        closed, _month_start(on[who], -1), np.where(renewed, _month_start(starts, -1), NEVER)
    )
    found.empty_since[who] = np.where(
        closed, _month_start(stops, 1), np.where(renewed, _month_start(before, 1), NEVER)
    )
    return found


def runs_of_weeks(bits: npt.NDArray[np.uint8], mondays: Days) -> tuple[Places, Days, Days]:
    """Weeks as periods: a row a person, a column a week that follows the one before; 1 where it was paid.

    Out: the row, the first and the last day of each run of weeks, by row and then by day.
    """
    wide = bits.shape[1] + 1
    edges = np.zeros((bits.shape[0], wide + 1), dtype=np.uint8)
    edges[:, 1:-1] = bits
    # In a row every run begins at one change and is over at the next.
    changes = np.flatnonzero(edges[:, 1:] != edges[:, :-1])
    row, begins = np.divmod(changes[0::2], wide)
    return row, mondays[begins], mondays[changes[1::2] % wide - 1] + _WEEK


def _month(days: Days) -> npt.NDArray[np.int64]:
    return days.astype("datetime64[M]").astype(np.int64)


def _month_start(days: Days, later: int) -> npt.NDArray[Any]:
    return (days.astype("datetime64[M]") + np.timedelta64(later, "M")).astype("datetime64[D]")
