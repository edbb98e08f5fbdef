"""Of each person the sums that a growth model needs, of rows in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from progression._people import occasions
from progression.errors import BadInput, ChangesWithin, NotSeparable, placed
from progression.results import Missing
from progression.sources import Floats, Integers, Numbers, Rows, first_row, names_of, read, stack
from progression.sources.extent import LARGEST


@dataclass(frozen=True, slots=True)
class Roles:
    """What each column is: `constant` ones stay the same for a person, `varying` ones need not."""

    outcome: str
    time: str
    person: str
    constant: tuple[str, ...]
    varying: tuple[str, ...]
    municipality: str | None = None
    caseworker: str | None = None

    @property
    def summed(self) -> tuple[str, ...]:
        """The columns that are summed within a person beside time: the varying ones, then the outcome."""
        return (*self.varying, self.outcome)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every column of numbers, time first."""
        return (self.time, *self.summed, *self.constant)


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """A row a person: `n` rows, Σt and Σt², the constant columns, and for each summed column r Σr and Σtr.

    `products` holds Σrr' over all rows. Shapes: (N,), (N,), (N,), (N, k), (N, m), (N, m), (m, m).
    """

    n: Numbers
    time: Numbers
    squares: Numbers
    constant: Floats
    plain: Numbers
    timed: Numbers
    products: Floats
    missing: Missing
    municipality: Integers | None = None
    caseworkers: "Caseworkers | None" = None
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Caseworkers:
    """A row a person and caseworker of hers: who, which, and n, Σt and Σr of the rows they have together."""

    person: Integers
    level: Integers
    n: Numbers
    time: Numbers
    plain: Numbers


def ordered(table: Any, roles: Roles) -> Rows:  # noqa: ANN401
    """The complete rows by person and time, each occasion once. Errors: DuplicatedOccasion, and those of `read`."""
    groups = [name for name in (roles.person, roles.municipality, roles.caseworker) if name]
    rows = read(table, numbers=roles.numbers, groups=groups)
    codes, time = rows.groups[roles.person].codes, rows.numbers[roles.time]
    order = occasions(codes, time, roles.time, rows.at).order
    numbers = {name: column[order] for name, column in rows.numbers.items()}
    coded = {name: type(one)(one.codes[order], one.labels) for name, one in rows.groups.items()}
    return Rows(numbers, coded, rows.at[order], rows.missing)


def of_rows(rows: Rows, roles: Roles) -> Sums:
    """The sums of rows that stand by person and time. Errors: ChangesWithin for a constant column that changes."""
    codes = rows.groups[roles.person].codes
    begins = np.flatnonzero(np.diff(codes, prepend=-1))
    for name in roles.constant:
        refuse_change(name, rows.numbers[name], rows.numbers[name][begins][codes], rows.at)
    time = _addable(rows.numbers[roles.time])
    varying: Any = np.column_stack([_addable(rows.numbers[name]) for name in roles.summed])
    return Sums(
        np.diff(begins, append=len(codes)),
        np.add.reduceat(time, begins),
        np.add.reduceat(time * time, begins),
        stack([rows.numbers[name][begins] for name in roles.constant], len(begins)),
        np.add.reduceat(varying, begins),
        np.add.reduceat(varying * time[:, None], begins),
        (varying.T @ varying).astype(np.float64),
        rows.missing,
        *_levels(rows, roles, begins, time, varying),
    )


def _addable(column: Numbers) -> Numbers:
    """Whole numbers so large that their products might not fit become floats."""
    return column if column.dtype.kind == "f" or np.abs(column).max() <= LARGEST else column.astype(np.float64)


def _levels(
    rows: Rows, roles: Roles, begins: Integers, time: Numbers, varying: Numbers
) -> tuple[Integers | None, Caseworkers | None, tuple[int, ...]]:
    codes = rows.groups[roles.person].codes
    municipality, caseworkers, levels = None, None, []
    if roles.municipality:
        one = rows.groups[roles.municipality]
        municipality = one.codes[begins]
        refuse_change(roles.municipality, one.codes, municipality[codes], rows.at)
        levels.append(len(one.labels))
    if roles.caseworker:
        two = rows.groups[roles.caseworker]
        levels.append(len(two.labels))
        order = np.lexsort((two.codes, codes))
        keys = (codes * len(two.labels) + two.codes)[order]
        starts = np.flatnonzero(np.diff(keys, prepend=-1))
        caseworkers = Caseworkers(
            codes[order][starts],
            two.codes[order][starts],
            np.diff(starts, append=len(keys)),
            np.add.reduceat(time[order], starts),
            np.add.reduceat(varying[order], starts),
        )
    return municipality, caseworkers, tuple(levels)


def refuse_double(names: Sequence[str]) -> None:
    """NotSeparable for a column that was given two parts."""
    for name in names:
        if names.count(name) > 1:
            raise NotSeparable(f"Column {name!r} was given two parts in one model.", column=name)


def crossed_with_time(constant: Sequence[str], interactions: bool | Sequence[str]) -> tuple[str, ...]:
    """The covariates that are crossed with time: all of them, or those named. BadInput for one that is none."""
    crossed = tuple(constant) if interactions is True else names_of(interactions or ())
    for name in crossed:
        if name not in constant:
            raise BadInput(f"Column {name!r} is to be crossed with time, but is no covariate.", column=name)
    return crossed


def refuse_change(name: str, column: Numbers | Integers, expected: Numbers | Integers, at: Integers) -> None:
    """ChangesWithin, with the row, where a column is not what it was at the person's first time."""
    changed = column != expected
    if changed.any():
        raise changes(name, first_row(changed, at))


def changes(name: str, row: int | None) -> ChangesWithin:
    """The fault of a column that should stay the same for a person and does not."""
    sentence = f"{placed(name, row)}: it changes within a person; if it may, name it among time_varying."
    return ChangesWithin(sentence, column=name, row=row)
