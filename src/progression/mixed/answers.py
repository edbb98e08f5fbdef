"""Answers on a short scale by person, in an order that only their content decides, and alike ones pooled."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from progression._normal import refuse_constant, refuse_dependent
from progression.sources import Floats, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """People with the same rows and answers, once each, with a `weight` of how many they are.

    `design` (U, P) and `time` (U,) are the rows that differ, with standard columns, and `answer` (U,) the place of
    what was answered on the scale; `mean` and `spread` are what was taken off and divided by, the time's last.
    A cell is a row of a person: `row` says which of U, and a person's cells go from its entry of `begins` on.
    """

    design: Floats
    time: Floats
    answer: Integers
    counts: Integers
    mean: Floats
    spread: Floats
    row: Integers
    begins: Integers
    weight: Floats

    @property
    def person(self) -> Integers:
        """The person of each cell."""
        sizes = np.diff(self.begins, append=len(self.row))
        return np.repeat(np.arange(len(self.begins)), sizes)


def pooled(names: Sequence[str], columns: Floats, time: Floats, answer: Integers, person: Integers) -> Answers:
    """Pool rows and people. Shapes: (rows, P), then a column a row. Errors: NotSeparable, naming the column.

    The rows are numbered in the order of their values and the people in that of their rows, so neither the order of
    the table nor the labels of the people change a bit of what is computed on them.
    """
    whole = np.column_stack([columns, time, answer])
    kinds, code = _kinds(whole)
    first, counts = kinds
    n = len(whole)
    share = counts / n
    values = whole[first, :-1]
    mean = share @ values
    values = values - mean
    spread = np.sqrt(share @ values**2)
    refuse_constant(names, mean[:-1], spread[:-1])
    spread[-1] = spread[-1] or 1.0
    values = values / spread
    design = values[:, :-1]
    refuse_dependent(names, design.T @ (design * share[:, None]))
    row, begins, weight = _people(code, person)
    return Answers(design, values[:, -1], answer[first], counts, mean, spread, row, begins, weight)


def _kinds(whole: Floats) -> tuple[tuple[Integers, Integers], Integers]:
    """Of rows in the order of their values: a row of each kind and how many there are; and the kind of every row."""
    order = np.lexsort(whole.T[::-1])
    inside = whole[order]
    new = np.append(True, (inside[1:] != inside[:-1]).any(axis=1))
    code = np.empty(len(whole), dtype=np.int64)
    code[order] = np.cumsum(new) - 1
    begins = np.flatnonzero(new)
    return (order[begins].astype(np.int64), np.diff(begins, append=len(whole))), code


def _people(code: Integers, person: Integers) -> tuple[Integers, Integers, Floats]:
    """The cells of people who differ, by how many rows they have; where each begins; how many people alike."""
    order = np.lexsort((code, person))
    code = code[order]
    begins = np.flatnonzero(np.diff(person[order], prepend=-1))
    sizes = np.diff(begins, append=len(code))
    cells, weights, many = [], [], []
    for size in np.unique(sizes):
        lines = code[begins[sizes == size][:, None] + np.arange(size)]
        alike, weight = np.unique(lines, axis=0, return_counts=True)
        cells.append(alike.ravel())
        weights.append(weight)
        many.append(np.full(len(alike), size))
    repeated = np.concatenate(many)
    starts = np.cumsum(repeated) - repeated
    return np.concatenate(cells), starts, np.concatenate(weights).astype(np.float64)
