"""The last spell of many people at once and what reset it, from days sorted by person or from weeks as bits."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.datetime64]
Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int16]
Bits = npt.NDArray[np.uint8]
NEVER: Final = np.datetime64("NaT", "D")
_FAR: Final = np.int64(1 << 24)
_SIX_DAYS: Final = np.timedelta64(6, "D")


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
    who = who[latest]
    found.put(who, _seen(starts[latest], stops[latest], before[latest], on[who]))
    return found


def last_spells_of_weeks(bits: Bits, weeks: Iterable[tuple[int, np.datetime64]], on: Days) -> LastSpells:
    """The same of weeks that count from Monday to Sunday: everybody walks through the calendar at once, week by week.

    Shape: a row a person of `on`, eight weeks a byte; `weeks` are the bit and the Monday of each, in their order.
    """
    columns, earliest = np.ascontiguousarray(bits.T), on.min()
    # Of everybody so far: the week her spell began, the latest week, its month, and the month the spell before ended
    # in; 0: never. None of them ever falls.
    start, latest, month_of_latest, before, room = (np.zeros(on.size, dtype=np.int16) for _ in range(5))
    mondays: list[Any] = [NEVER]
    base = np.int64(0)
    for number, (place, monday) in enumerate(weeks, start=1):
        base = base or _month(monday) - 2
        paid = (columns[place >> 3] >> (7 - (place & 7)) & 1).view(bool)
        if monday > earliest:
            paid &= monday <= on
        begins = paid & (month_of_latest < np.int16(_month(monday) - base - 1))
        if begins.any():
            _raise(before, begins, month_of_latest, room)
            _raise(start, begins, np.int16(number), room)
        _raise(latest, paid, np.int16(number), room)
        _raise(month_of_latest, paid, np.int16(_month(monday + _SIX_DAYS) - base), room)
        mondays.append(monday)
    found, days, who = LastSpells.none(on.size), np.array(mondays), np.flatnonzero(latest)
    ended = (before[who] + base).astype("datetime64[M]").astype("datetime64[D]")
    stops = np.minimum(days[latest[who]] + _SIX_DAYS, on[who])
    found.put(who, _seen(days[start[who]], stops, np.where(before[who] > 0, ended, NEVER), on[who]))
    return found


def _raise(known: Numbers, whose: npt.NDArray[np.bool_], to: Numbers | np.int16, room: Numbers) -> None:
    """Put what is known of some up to a number; in `room`, since making arrays takes longer than filling them."""
    np.multiply(whose, to, out=room)
    np.maximum(known, room, out=known)


def _seen(starts: Days, stops: Days, before: Days, on: Days) -> LastSpells:
    """A spell each, as seen on a day: closed when a whole month was empty since. `before`: in the month the spell
    before it ended; NaT: there was none."""
    closed = _month(on) - _month(stops) > 1
    reset = np.where(np.isnat(before), NEVER, _month_start(starts, -1))
    return LastSpells(
        spell_start=np.where(closed, NEVER, starts),
        last_day=stops,
        reset_month=np.where(closed, _month_start(on, -1), reset),
        empty_since=np.where(closed, _month_start(stops, 1), _month_start(before, 1)),
    )


def _month(days: Any) -> Any:  # noqa: ANN401 (a day or many)
    return days.astype("datetime64[M]").astype(np.int64)


def _month_start(days: Days, later: int) -> npt.NDArray[Any]:
    return (days.astype("datetime64[M]") + np.timedelta64(later, "M")).astype("datetime64[D]")
