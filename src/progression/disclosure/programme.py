"""The attacker's sums as an integer programme: the least and the greatest that some unknowns can add up to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, hstack, identity, vstack

from progression.disclosure.unknowns import Owner, Places, Row
from progression.errors import BadInput

ALMOST: Final = 1e-6
"""What the solver's floating point may be off by; all counts are whole numbers."""
MOST_WRITTEN: Final = 20_000_000
_OPTIMAL: Final = 0
_INFEASIBLE: Final = 2

Solution = npt.NDArray[np.int64]


class TimedOutError(Exception):
    """The solver did not prove a bound in its time, so nothing may be said to be safe."""


class ContradictionError(BadInput):
    """No whole numbers fit what is published and what is known."""


@dataclass(frozen=True, slots=True)
class Extreme:
    """A least or greatest value, and the published cells that a proof of it leans on."""

    value: int
    leans_on: frozenset[Owner]


class Programme:
    """Rows as one linear programme over whole numbers from 0 to `limit`; `left` says how many seconds there are."""

    def __init__(self, rows: Sequence[Row], size: int, limit: int, left: Callable[[], float]) -> None:
        self._size, self._limit, self._left = size, limit, left
        places = np.concatenate([row.places for row in rows]) if rows else np.zeros(0, dtype=np.intp)
        starts = np.cumsum([0, *(len(row.places) for row in rows)])
        weights = [np.ones(len(row.places)) if row.weights is None else row.weights for row in rows]
        data = np.concatenate(weights).astype(np.float64) if rows else np.zeros(0)
        self._matrix = csr_array((data, places, starts), shape=(len(rows), size))
        self._low = np.array([row.low for row in rows], dtype=float)
        self._high = np.array([np.inf if row.high is None else row.high for row in rows], dtype=float)
        ends = np.flatnonzero(np.isfinite(self._high))
        self._owners = [*(rows[int(end)].owner for end in ends), *(row.owner for row in rows)]
        self._upper = vstack([self._matrix[ends], -self._matrix], format="csr")
        self._ends = np.concatenate([self._high[ends], -self._low])

    def extreme(self, places: Places, sign: int) -> tuple[Extreme, Solution]:
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
            options={"time_limit": self._left()},
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
        return Extreme(int(solution[places].sum()), leans_on), solution

    def centre(self, places: Places, low: int, high: int) -> Solution | None:
        """A solution with `low` to `high` at `places`, somebody, better two, nearly everywhere, few rows tight.

        None when there is none, or none was found: it saves questions, and proves nothing.
        """
        size, rows = self._size, len(self._ends)
        own = csr_array((np.ones(len(places)), places, [0, len(places)]), shape=(1, size))
        one, room = identity(size, format="csr"), identity(rows, format="csr")
        lines = vstack(
            [
                hstack([self._upper, csr_array((rows, size)), room]),
                hstack([-one, one, csr_array((size, rows))]),
                hstack([own, csr_array((1, size + rows))]),
            ]
        )
        least = np.concatenate([np.full(rows + size, -np.inf), [low]])
        found = milp(
            np.repeat([0.0, -1.0], [size, size + rows]),
            integrality=np.repeat([1, 0], [size, size + rows]),
            bounds=Bounds(0, np.repeat([float(self._limit), 2.0, 1.0], [size, size, rows])),
            constraints=LinearConstraint(lines, least, np.concatenate([self._ends, np.zeros(size), [high]])),
            options={"time_limit": self._left(), "mip_rel_gap": 0.05},
        )
        if found.x is None:
            return None
        solution: Solution = np.rint(found.x[:size]).astype(np.int64)
        return solution if self._holds(solution) else None

    def written_out(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]] | None:
        """The rows as a full matrix, and what each may add up to at most; None where that is too much to write."""
        return (self._upper.toarray(), self._ends) if np.prod(self._upper.shape) <= MOST_WRITTEN else None

    def _whole(self, goal: npt.NDArray[np.float64]) -> Solution:
        found = milp(
            goal,
            integrality=np.ones(self._size, dtype=np.int64),
            bounds=Bounds(0, self._limit),
            constraints=LinearConstraint(self._matrix, self._low, self._high) if len(self._low) else None,
            options={"time_limit": self._left(), "mip_rel_gap": 0},
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
        raise ContradictionError("The tables and the known counts contradict one another.")
    if status != _OPTIMAL:
        raise TimedOutError("The solver did not finish in its time.")
