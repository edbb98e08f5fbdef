"""Plain columns: whatever stands in a column becomes numbers or codes, or a sentence that names column and row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isnan
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from progression.errors import NotANumber, not_a_number

Floats = npt.NDArray[np.floating[Any]]
Integers = npt.NDArray[np.int64]
Numbers = Floats | Integers
Truths = npt.NDArray[np.bool_]

EXACT: Final = 1 << 53
"""Whole numbers up to here are exact as floating point, so they may be added in any order."""
NOBODY: Final = -1
"""The code of a row whose group is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A column of groups: `codes` point into `labels`, which rise; NOBODY where the table has nothing."""

    codes: Integers
    labels: tuple[Any, ...]


def numbers(name: str, column: Any, *, numbered: bool = True) -> Floats | Integers:  # noqa: ANN401 (anything may stand in a table)
    """A column as whole numbers where all are whole and none is missing, else as floats with nan for missing.

    Missing are None, nan, masked entries, NaT and what pandas calls NA. Errors: NotANumber naming column and row
    for text, truths among numbers, infinity, and anything else. `numbered`: whether the rows have numbers to name.
    """
    array = _as_array(column)
    if array.dtype.kind == "b":
        return array.astype(np.int64)
    if array.dtype.kind in "iu":
        return array.astype(np.int64, copy=False)
    if array.dtype.kind != "f":
        array = np.array(
            [_number(name, row, value) for row, value in enumerate(array.tolist(), start=1)], dtype=float
        )
    infinite = np.flatnonzero(np.isinf(array))
    if infinite.size:
        raise not_a_number(name, int(infinite[0]) + 1 if numbered else None, float(array[infinite[0]]))
    return whole_if_whole(array.astype(np.float64))


def whole_if_whole(array: Floats) -> Floats | Integers:
    """Floats that are all whole, present and small enough to be exact become whole numbers."""
    if array.size and (np.isnan(array).any() or np.abs(array).max() >= EXACT or (array != np.trunc(array)).any()):
        return array
    return array.astype(np.int64)


def _as_array(column: Any) -> npt.NDArray[Any]:  # noqa: ANN401
    if isinstance(column, np.ma.MaskedArray):
        return np.where(np.ma.getmaskarray(column), np.nan, column.data)
    if isinstance(column, np.ndarray):
        return column
    dtype = getattr(column, "dtype", None)
    if isinstance(dtype, np.dtype) and dtype.kind in "iufb":
        return np.asarray(column)
    values = np.empty(len(column), dtype=object)
    values[:] = list(column)
    return values


def is_missing(value: object) -> bool:
    """None, nan, NaT, and pandas' NA: whatever is not equal to itself, or refuses to say."""
    if value is None:
        return True
    if isinstance(value, float):
        return isnan(value)
    return type(value).__name__ in {"NAType", "NaTType"}


def _number(name: str, row: int, value: object) -> float:
    if is_missing(value):
        return np.nan
    if isinstance(value, (int, float, Decimal, Fraction, np.integer, np.floating)) and not isinstance(value, bool):
        return float(value)
    raise not_a_number(name, row, value)


def coded(name: str, column: Any) -> Coded:  # noqa: ANN401
    """A column of groups as codes; the labels are sorted, so the order of the rows changes nothing.

    Errors: NotANumber (mixed types) when labels cannot stand in one order, naming a row of each kind.
    """
    if isinstance(column, Coded):
        return column
    array = _as_array(column)
    if array.dtype.kind in "iub":
        return whole_coded(array)
    values = [None if is_missing(value) else value for value in array.tolist()]
    known = {value: None for value in values if value is not None}
    try:
        ordered = sorted(known)
    except TypeError:
        raise _mixed(name, values) from None
    place = {label: code for code, label in enumerate(ordered)}
    codes = np.array([NOBODY if value is None else place[value] for value in values], dtype=np.int64)
    return Coded(codes, tuple(ordered))


def whole_coded(array: npt.NDArray[Any]) -> Coded:
    """Codes of whole numbers or truths; those that lie close together are counted instead of sorted."""
    low, high = (int(array.min()), int(array.max())) if array.size else (0, 0)
    if array.dtype.kind == "b" or high - low > 4 * array.size + 1000:
        labels, codes = np.unique(array, return_inverse=True)
        return Coded(codes.astype(np.int64), tuple(labels.tolist()))
    places = array.astype(np.int64, copy=False) - low
    there = np.zeros(high - low + 1, dtype=bool)
    there[places] = True
    if there.all():
        return Coded(places, tuple(range(low, low + len(there))))
    return Coded((np.cumsum(there) - 1)[places], tuple((np.flatnonzero(there) + low).tolist()))


def _mixed(name: str, values: Sequence[object]) -> NotANumber:
    kinds: dict[type, int] = {}
    for row, value in enumerate(values, start=1):
        if value is not None:
            kinds.setdefault(type(value), row)
    (one, first), (two, second), *_ = kinds.items()
    sentence = f"Column {name!r} mixes types: {one.__name__} in row {first}, {two.__name__} in row {second}."
    return NotANumber(sentence, column=name, row=second)


def reordered(codes: Integers, labels: Sequence[Any]) -> Coded:
    """Codes whose labels stand in any order, turned so that the labels rise; labels nobody has are dropped."""
    used = np.flatnonzero(np.bincount(codes[codes >= 0]))
    order = sorted(used.tolist(), key=lambda code: labels[code])
    turned = np.full(max(len(labels), 1) + 1, NOBODY, dtype=np.int64)
    turned[order] = np.arange(len(order))
    return Coded(turned[codes], tuple(labels[code] for code in order))


def first_row(where: Truths, at: Integers) -> int | None:
    """The number of the first row, from 1, where something is so; None where the rows have no numbers."""
    return int(at[where].min()) or None


def stack(columns: Iterable[Numbers], rows: int) -> Floats:
    """Columns side by side as floats."""
    found = [np.asarray(column, dtype=np.float64) for column in columns]
    return np.column_stack(found) if found else np.empty((rows, 0))
