"""The attack on our own tables: the bounds that integer programmes put on every withheld count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from progression.disclosure.tables import Frame, Key, Mark, SafeTable, Shown
from progression.disclosure.unknowns import Cell, Known, Owner, Places, Row, Unknowns, write_down

SPAN: Final = 5
"""Between the least and the greatest possible value of a withheld count there are at least so many people."""
SECONDS: Final = 10.0
"""What one integer programme may take before the release is refused."""
ALMOST: Final = 1e-6
"""What the solver's floating point may be off by; all counts are whole numbers."""
_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2

Solution = npt.NDArray[np.int64]


class TimedOutError(Exception):
    """The solver did not prove a bound in its time, so nothing may be said to be safe."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What an attacker knows of one cell: at least `low` and at most `high` people (None: no end)."""

    frame: Frame
    key: Key
    shown: Shown
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class AttackResult:
    """What the attack found. `withheld` has the integer bounds of every withheld count, earlier ones too.

    `recovered` those among them that tell too much: the least value is more than was known before (0, where
    nothing was), or the span is under 5. `pinned` published counts, shown rounded, that turn out exact.
    """

    withheld: tuple[Bound, ...]
    recovered: tuple[Bound, ...]
    pinned: tuple[Bound, ...]
    timed_out: bool

    @property
    def nothing_recovered(self) -> bool:
        """Whether the tables may be released; a check that timed out says no."""
        return not (self.recovered or self.pinned or self.timed_out)


def attack(
    release: Sequence[SafeTable],
    earlier: Sequence[SafeTable] = (),
    known: Sequence[Known] = (),
    seconds: float = SECONDS,
) -> AttackResult:
    """Attack tables with one another, all earlier ones and all that is known from elsewhere.

    Shape: any number of tables; `seconds` for one integer programme. Errors: ValueError when tables and known
    counts contradict one another, and as `write_down`.
    Source: the bounds of a cell are the minimum and maximum of its count over all whole-number tables that
    agree with everything published (the attacker's problem in Fischetti and Salazar-González, Management
    Science 47, 2001).
    """
    system = System(write_down([*release, *earlier], known), seconds)
    withheld: list[Bound] = []
    recovered: list[Bound] = []
    pinned: list[Bound] = []
    try:
        for cell in system.unknowns.cells:
            broken = system.certificate(cell) is not None
            if isinstance(cell.shown, Mark):
                withheld.append(system.bound(cell))
                recovered += [withheld[-1]] if broken else []
            elif broken:
                pinned.append(system.bound(cell))
    except TimedOutError:
        return AttackResult(tuple(withheld), tuple(recovered), tuple(pinned), timed_out=True)
    return AttackResult(tuple(withheld), tuple(recovered), tuple(pinned), timed_out=False)


@dataclass(frozen=True, slots=True)
class _Extreme:
    """A least or greatest value, and the published cells that a proof of it leans on."""

    value: int
    leans_on: frozenset[Owner]


class System:
    """The attacker's equations, which only ever loosen: rows of cells withheld later are dropped.

    So every whole-number solution found stays one, and most questions are answered by those already found.
    """

    def __init__(self, unknowns: Unknowns, seconds: float) -> None:
        self.unknowns = unknowns
        self.withheld = {cell.owner for cell in unknowns.cells if isinstance(cell.shown, Mark)}
        self._seconds = seconds
        rows = [*unknowns.rows, *unknowns.known]
        self._limit = 100 + sum(row.high for row in rows if row.high is not None) + sum(r.low for r in rows)
        self._found: list[Solution] = []
        self._solved: dict[tuple[Owner, int], _Extreme] = {}
        self._released = _Programme(self._active(), unknowns.size, self._limit, seconds)
        self._before = _Programme(unknowns.known, unknowns.size, self._limit, seconds)

    def _active(self) -> list[Row]:
        own = [row for row in self.unknowns.rows if row.owner not in self.withheld]
        return [*own, *self.unknowns.known]

    def withhold(self, owners: Iterable[Owner]) -> None:
        """Take back what these cells told."""
        self.withheld |= set(owners)
        self._solved.clear()
        self._released = _Programme(self._active(), self.unknowns.size, self._limit, self._seconds)

    def bound(self, cell: Cell) -> Bound:
        """The exact integer bounds of a cell."""
        low, high = self._least(cell).value, self._greatest(cell).value
        end = None if high >= self._limit else high
        return Bound(cell.table.frame, cell.key, cell.shown, low, end)

    def certificate(self, cell: Cell) -> frozenset[Owner] | None:
        """None when the cell tells nothing it should not; else the published cells that give it away."""
        seen = [int(found[cell.places].sum()) for found in self._found]
        span = SPAN if cell.owner in self.withheld else 1
        if seen and max(seen) - min(seen) >= span and (span == 1 or min(seen) == 0):
            return None
        low, high = self._least(cell), self._greatest(cell)
        wide = high.value - low.value >= span
        if wide and (span == 1 or low.value == 0):
            return None
        if self._was_known(cell, low.value, high.value, span):
            return None
        if wide:
            return low.leans_on
        return low.leans_on | high.leans_on

    def _was_known(self, cell: Cell, low: int, high: int, span: int) -> bool:
        """Whether the release added nothing to what was known: not the least value, nor a narrow span."""
        if not self.unknowns.known:
            return False
        least, _ = self._before.extreme(cell.places, 1)
        greatest, _ = self._before.extreme(cell.places, -1)
        if span == 1:
            return least.value == greatest.value
        return low == least.value and (high - low >= span or high == greatest.value)

    def _least(self, cell: Cell) -> _Extreme:
        if any(not found[cell.places].any() for found in self._found):
            return _Extreme(0, frozenset())
        return self._solve(cell, 1)

    def _greatest(self, cell: Cell) -> _Extreme:
        return self._solve(cell, -1)

    def _solve(self, cell: Cell, sign: int) -> _Extreme:
        if (cell.owner, sign) not in self._solved:
            self._solved[cell.owner, sign], solution = self._released.extreme(cell.places, sign)
            self._found.append(solution)
        return self._solved[cell.owner, sign]


class _Programme:
    """Rows as one linear programme over whole numbers from 0 to `limit`."""

    def __init__(self, rows: Sequence[Row], size: int, limit: int, seconds: float) -> None:
        self._size, self._limit, self._seconds = size, limit, seconds
        places = np.concatenate([row.places for row in rows]) if rows else np.zeros(0, dtype=np.intp)
        starts = np.cumsum([0, *(len(row.places) for row in rows)])
        matrix = csr_array((np.ones(len(places)), places, starts), shape=(len(rows), size))
        low = np.array([row.low for row in rows], dtype=float)
        high = np.array([np.inf if row.high is None else row.high for row in rows], dtype=float)
        ends = np.flatnonzero(np.isfinite(high))
        self._owners = [*(rows[int(end)].owner for end in ends), *(row.owner for row in rows)]
        self._upper = vstack([matrix[ends], -matrix], format="csr")
        self._ends = np.concatenate([high[ends], -low])
        self._constraint = LinearConstraint(matrix, low, high) if rows else None

    def extreme(self, places: Places, sign: int) -> tuple[_Extreme, Solution]:
        """The least (sign 1) or greatest (sign -1) sum at `places`, and a solution that has it.

        The linear programme is the fast screen: where its solution is whole, it is the integer bound.
        """
        goal = np.zeros(self._size)
        goal[places] = sign
        found = linprog(  # type: ignore[call-overload]  # the stubs do not know sparse rows
            goal,
            A_ub=self._upper if len(self._ends) else None,
            b_ub=self._ends if len(self._ends) else None,
            bounds=(0, self._limit),
            method="highs",
            options={"time_limit": self._seconds},
        )
        _refuse(found.status)
        marginals = found.ineqlin.marginals if len(self._ends) else ()
        leans_on = frozenset(
            owner
            for owner, marginal in zip(self._owners, marginals, strict=True)
            if owner is not None and abs(marginal) > ALMOST
        )
        solution = np.rint(found.x).astype(np.int64)
        if np.abs(found.x - solution).max() > ALMOST or not self._holds(solution):
            solution = self._whole(goal)
        return _Extreme(int(solution[places].sum()), leans_on), solution

    def _whole(self, goal: npt.NDArray[np.float64]) -> Solution:
        found = milp(
            goal,
            integrality=np.ones(self._size, dtype=np.int64),
            bounds=Bounds(0, self._limit),
            constraints=self._constraint,
            options={"time_limit": self._seconds, "mip_rel_gap": 0},
        )
        _refuse(found.status)
        solution: Solution = np.rint(np.asarray(found.x)).astype(np.int64)
        if not self._holds(solution):
            raise TimedOutError("The solver's whole numbers do not fit the tables.")
        return solution

    def _holds(self, solution: Solution) -> bool:
        """Whether whole numbers fit every row exactly, so that no rounding of the solver is believed."""
        return bool((solution >= 0).all() and (self._upper @ solution <= self._ends).all())


def _refuse(status: int) -> None:
    if status == _INFEASIBLE:
        raise ValueError("The tables and the known counts contradict one another.")
    if status != _OPTIMAL:
        raise TimedOutError("The solver did not finish in its time.")
