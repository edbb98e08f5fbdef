"""More tables that fit, made from one that fits by putting in or moving one person at a time: no solver is asked."""

import numpy as np
import numpy.typing as npt

from progression.disclosure.programme import Solution
from progression.disclosure.unknowns import Places

Marks = npt.NDArray[np.bool_]
Room = npt.NDArray[np.float64]


class Guesses:
    """Whole numbers x with `upper` · x ≤ `ends`, and somebody in as many places as one finds."""

    def __init__(self, upper: npt.NDArray[np.float64], ends: npt.NDArray[np.float64]) -> None:
        self._upper, self._ends = upper, ends

    def filled(self, solution: Solution) -> Solution:
        """Somebody put in every place where that fits."""
        found, room = self._begun(solution)
        every = np.ones(len(found), dtype=bool)
        for place in np.flatnonzero(found == 0).tolist():
            _ = self._new(found, room, place) or self._taken(found, room, place, every, keep=1)
        return found

    def emptied(self, solution: Solution, places: Places) -> list[Solution]:
        """As few at `places` as one comes to by sending them off one by one, and that with one more in each place."""
        inside = _marked(places, len(solution))
        found, room = self._begun(solution)
        while any(self._sent(found, room, place, ~inside) for place in places[found[places] > 0]):
            pass
        solutions = [found]
        for place in places:
            one, left = self._begun(found)
            if (
                self._taken(one, left, place, inside)
                or self._taken(one, left, place, ~inside, keep=1)
                or self._new(one, left, place)
            ):
                solutions.append(one)
        return solutions

    def crowded(self, solution: Solution, places: Places, least: int) -> Solution:
        """At least so many at `places`, if one comes to it by taking them from elsewhere."""
        inside = _marked(places, len(solution))
        found, room = self._begun(solution)
        while found[places].sum() < least and any(
            self._new(found, room, place) or self._taken(found, room, place, ~inside, keep=1) for place in places
        ):
            pass
        return found

    def _begun(self, solution: Solution) -> tuple[Solution, Room]:
        return solution.copy(), self._ends - self._upper @ solution

    def _new(self, found: Solution, room: Room, place: int) -> bool:
        """Put one more at a place, if that fits."""
        column = self._upper[:, place]
        if (column > room).any():
            return False
        found[place] += 1
        room -= column
        return True

    def _taken(self, found: Solution, room: Room, place: int, giving: Marks, *, keep: int = 0) -> bool:
        """Move one to a place from another of those `giving` where more than `keep` are, if that fits."""
        donors = np.flatnonzero((found > keep) & giving)
        donors = donors[donors != place]
        fits = self._fitting(donors, self._upper[:, place] - room, 1)
        if not fits.size:
            return False
        self._move(found, room, int(fits[found[fits].argmax()]), place)
        return True

    def _sent(self, found: Solution, room: Room, place: int, taking: Marks) -> bool:
        """Send one from a place away, or else to another of those `taking`, if that fits."""
        column = self._upper[:, place]
        if (-column <= room).all():
            found[place] -= 1
            room += column
            return True
        fits = self._fitting(np.flatnonzero(taking), column + room, -1)
        if not fits.size:
            return False
        self._move(found, room, place, int(fits[found[fits].argmin()]))
        return True

    def _fitting(self, places: Places, need: Room, sign: int) -> Places:
        """Those places whose column is enough: sign · column ≥ sign · need in every row, tight rows first."""
        tight = np.flatnonzero(need > 0) if sign > 0 else np.flatnonzero(need < 1)
        rows = np.concatenate([tight, np.setdiff1d(np.arange(len(need)), tight)])
        for part in (rows[: len(tight)], rows[len(tight) :]):
            if part.size and places.size:
                places = places[(sign * self._upper[np.ix_(part, places)] >= sign * need[part, None]).all(axis=0)]
        return places

    def _move(self, found: Solution, room: Room, giving: int, taking: int) -> None:
        found[giving] -= 1
        found[taking] += 1
        room -= self._upper[:, taking] - self._upper[:, giving]


def _marked(places: Places, size: int) -> Marks:
    marks = np.zeros(size, dtype=bool)
    marks[places] = True
    return marks
