"""Whoever reads the releases: all that is published to everybody, and one attacker with what she knows besides."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from progression.disclosure.guesses import Guesses
from progression.disclosure.programme import ContradictionError, Extreme, Programme, Solution, TimedOutError
from progression.disclosure.tables import Mark
from progression.disclosure.unknowns import Cell, Owner, Row, Unknowns

SPAN: Final = 5
"""Between the least and the greatest possible value of a withheld count there are at least so many people."""

MANY: Final = 4
"""Where more insiders than this are in doubt about a cell, the solver is asked for all of them at once."""

Counts = npt.NDArray[np.int64]
Leak = tuple[Cell, frozenset[Owner]]
"""A cell that tells too much, and the published cells that give it away."""


class Published:
    """What everybody reads, which only ever loosens: rows of cells withheld later are dropped.

    So every whole-number solution found stays one, and most questions are answered by those already found.
    """

    def __init__(self, unknowns: Unknowns, seconds: float) -> None:
        self.unknowns = unknowns
        self.withheld = {cell.owner for cell in unknowns.cells if isinstance(cell.shown, Mark)}
        rows = [*unknowns.rows, *unknowns.known]
        self.limit = 100 + sum(row.high for row in rows if row.high is not None) + sum(row.low for row in rows)
        self._until = monotonic() + seconds
        self._sums = _sums(unknowns)
        self._cells_at = self._sums.tocsc()
        self._floor = _floor(self._sums, unknowns.known)
        self._solutions = np.zeros((0, unknowns.size), dtype=np.int64)
        self._counts = np.zeros((0, len(unknowns.cells)), dtype=np.int64)
        self._new: list[Solution] = []

    def left(self) -> float:
        """How many seconds there are. TimedOutError when none."""
        seconds = self._until - monotonic()
        if seconds <= 0:
            raise TimedOutError("The attack ran out of time.")
        return seconds

    def withhold(self, owners: Iterable[Owner]) -> None:
        """Take back what these cells told."""
        self.withheld |= set(owners)

    def rows(self) -> list[Row]:
        """What is told by the cells that are shown, and beside the tables."""
        return [row for row in self.unknowns.rows if row.owner not in self.withheld]

    def keep(self, solution: Solution) -> None:
        """Remember whole numbers that fit."""
        self._new.append(solution)

    def found(self) -> tuple[Counts, Counts]:
        """The solutions so far, a row each, and beside them the count of each cell."""
        if self._new:
            solutions = np.stack(self._new)
            self._solutions = np.concatenate([self._solutions, solutions])
            self._counts = np.concatenate([self._counts, (self._sums @ solutions.T).T])
            self._new = []
        return self._solutions, self._counts

    def floor(self, own: int | None) -> Counts:
        """The least that each cell surely was known to hold, to all or to one who is herself at `own`."""
        if own is None:
            return self._floor
        return np.asarray(np.maximum(self._floor, self._cells_at[:, [own]].toarray().ravel()))

    def hidden(self) -> npt.NDArray[np.bool_]:
        """Which cells are withheld."""
        return np.array([cell.owner in self.withheld for cell in self.unknowns.cells], dtype=bool)


class System:
    """The sums of one attacker: what is published, what all know, and for an insider that she herself is at `own`."""

    def __init__(self, published: Published, own: int | None = None) -> None:
        self.published, self._own = published, own
        unknowns = published.unknowns
        mine = () if own is None else (Row(np.array([own], dtype=np.intp), 1, None, None),)
        self._known = [*unknowns.known, *mine]
        self._floor = published.floor(own)
        self._before: Programme | None = None
        self._now: Programme | None = None
        self._stands = -1
        self._solved: dict[tuple[int, int], Extreme] = {}

    def leaks(self, only: npt.NDArray[np.bool_] | None = None) -> Iterator[Leak]:
        """Cells (of `only` these) that tell too much, withheld ones first."""
        hidden = self.published.hidden()
        doubtful = np.flatnonzero(self.doubtful(hidden) & (True if only is None else only))
        for at in doubtful[np.argsort(~hidden[doubtful], kind="stable")]:
            leans_on = self.certificate(int(at))
            if leans_on is not None:
                yield self.published.unknowns.cells[at], leans_on

    def certificate(self, at: int) -> frozenset[Owner] | None:
        """None when a cell tells nothing it should not; else the published cells that give it away."""
        cell = self.published.unknowns.cells[at]
        span = SPAN if cell.owner in self.published.withheld else 1
        seen = self._seen()[:, at]
        if seen.size and seen.max() - seen.min() >= span and (span == 1 or seen.min() == self._floor[at]):
            return None
        low, high = self.extreme(at, 1), self.extreme(at, -1)
        wide = high.value - low.value >= span
        if wide and (span == 1 or low.value == self._floor[at]):
            return None
        if self._was_known(cell, low.value, high.value, span):
            return None
        return low.leans_on if wide else low.leans_on | high.leans_on

    def extreme(self, at: int, sign: int) -> Extreme:
        """The least (sign 1) or greatest (sign -1) count of a cell."""
        programme = self._programme()
        if (at, sign) not in self._solved:
            seen = self._seen()[:, at]
            if sign == 1 and seen.size and seen.min() == self._floor[at]:
                return Extreme(int(self._floor[at]), frozenset())
            places = self.published.unknowns.cells[at].places
            self._solved[at, sign], solution = programme.extreme(places, sign)
            self.published.keep(solution)
        return self._solved[at, sign]

    def spread_out(self) -> None:
        """Find solutions with somebody nearly everywhere, few or many in each withheld cell: insiders will ask."""
        published, programme = self.published, self._programme()
        written = programme.written_out()
        centre = programme.centre(np.zeros(0, dtype=np.intp), 0, 0) if written else None
        if written is None or centre is None:
            return
        guesses = Guesses(*written)
        full = guesses.filled(centre)
        for at in np.flatnonzero(published.hidden()):
            places = published.unknowns.cells[at].places
            for one in guesses.emptied(full, places):
                published.keep(one)
            published.keep(guesses.crowded(full, places, int(self._floor[at]) + SPAN + 1))

    def spread_at(self, at: int) -> None:
        """The same for one cell, by asking the solver for the two at once."""
        places, floor = self.published.unknowns.cells[at].places, int(self._floor[at])
        for low, high in ((0, floor), (0, floor + 1), (floor + SPAN + 1, self.published.limit)):
            solution = self._programme().centre(places, low, high)
            if solution is not None:
                self.published.keep(solution)

    def doubtful(self, hidden: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Which cells must be asked about: the solutions found do not leave them wide, down to what was known."""
        seen = self._seen()
        if not len(seen):
            return np.ones(len(hidden), dtype=bool)
        least, most = seen.min(axis=0), seen.max(axis=0)
        return np.asarray((most - least < np.where(hidden, SPAN, 1)) | (hidden & (least > self._floor)))

    def _seen(self) -> Counts:
        """The counts of the cells in the solutions that this attacker cannot rule out."""
        solutions, counts = self.published.found()
        return counts if self._own is None else counts[solutions[:, self._own] > 0]

    def _programme(self) -> Programme:
        published = self.published
        if self._now is None or self._stands != len(published.withheld):
            rows = [*published.rows(), *self._known]
            self._now = Programme(rows, published.unknowns.size, published.limit, published.left)
            self._stands = len(published.withheld)
            self._solved.clear()
        return self._now

    def _was_known(self, cell: Cell, low: int, high: int, span: int) -> bool:
        """Whether the releases added nothing to what was known: not the least value, nor a narrow span."""
        if not self._known:
            return False
        published = self.published
        if self._before is None:
            self._before = Programme(self._known, published.unknowns.size, published.limit, published.left)
        least, _ = self._before.extreme(cell.places, 1)
        greatest, _ = self._before.extreme(cell.places, -1)
        if span == 1:
            return least.value == greatest.value
        return low == least.value and (high - low >= span or high == greatest.value)


def insider_leaks(everybody: System, spread: set[int]) -> Iterator[Leak]:
    """Withheld cells that tell too much to one who knows her own case, whoever she is.

    Who cannot be where she is, is none. `spread` keeps the cells that the solver was asked about for all of them.
    """
    published = everybody.published
    hidden = published.hidden()
    insiders = [System(published, own) for own in range(published.unknowns.size)]
    if _doubts(insiders, hidden).any():
        everybody.spread_out()
    doubts = _doubts(insiders, hidden)
    for at in set(np.flatnonzero(doubts > MANY).tolist()) - spread:
        spread.add(at)
        everybody.spread_at(at)
    for system in insiders:
        try:
            yield from system.leaks(only=hidden)
        except ContradictionError:
            continue


def _doubts(insiders: Iterable[System], hidden: npt.NDArray[np.bool_]) -> Counts:
    """Of how many insiders it must be asked what they know of each withheld cell."""
    return np.asarray(np.sum([system.doubtful(hidden) & hidden for system in insiders], axis=0))


def _sums(unknowns: Unknowns) -> csr_array:
    """Which unknowns add up to each cell."""
    places = np.concatenate([np.zeros(0, dtype=np.intp), *(cell.places for cell in unknowns.cells)])
    starts = np.cumsum([0, *(len(cell.places) for cell in unknowns.cells)])
    ones = np.ones(len(places), dtype=np.int64)
    return csr_array((ones, places, starts), shape=(len(unknowns.cells), unknowns.size))


def _floor(sums: csr_array, known: Iterable[Row]) -> Counts:
    """What surely was known to be the least of each cell: the largest known count that lies wholly in it."""
    floor = np.zeros(sums.shape[0], dtype=np.int64)
    for row in known:
        if row.weights is None and row.low > 0:
            mark = np.zeros(sums.shape[1], dtype=np.int64)
            mark[row.places] = 1
            floor = np.where(sums @ mark == len(row.places), np.maximum(floor, row.low), floor)
    return floor
