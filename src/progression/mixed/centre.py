"""Where columns are moved before the arithmetic: whole numbers near the means, so that no digits are lost."""

from dataclasses import dataclass, replace
from math import frexp, sqrt

import numpy as np

from progression.mixed.sums import Caseworkers, Sums
from progression.sources import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """Over all rows Σt, Σt² and, by column, Σc of the constant and Σr of the summed ones; `products` holds Σrr'."""

    rows: float
    time: float
    squares: float
    constant: Floats
    summed: Floats
    products: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Centre:
    """What is taken off time and the constant and the summed columns; time is then divided by `scale`, a power of 2.

    `products` holds Σrr' over all rows, of the summed columns about their centre.
    """

    time: float
    scale: float
    constant: Floats
    summed: Floats
    products: Floats


def centre_of(totals: Totals) -> Centre:
    """The whole numbers next to the means over all rows. The same totals, however made, give the same digits."""
    mean = totals.time / totals.rows
    spread = totals.squares / totals.rows - mean**2
    scale = 2.0 ** frexp(sqrt(spread))[1] if spread > 0 else 1.0
    constant, summed = np.rint(totals.constant / totals.rows), np.rint(totals.summed / totals.rows)
    shifted = np.outer(totals.summed, summed)
    products = totals.products - shifted - shifted.T + totals.rows * np.outer(summed, summed)
    return Centre(float(np.rint(mean)), scale, constant, summed, products)


def centred(sums: Sums) -> tuple[Sums, Centre]:
    """The sums of everybody about the centre."""
    totals = Totals(
        float(sums.n.sum()),
        float(sums.time.sum()),
        float(sums.squares.sum()),
        sums.n @ sums.constant,
        np.asarray(sums.plain.sum(axis=0), dtype=np.float64),
        sums.products,
    )
    centre = centre_of(totals)
    time, n = centre.time, sums.n.astype(np.float64)
    away = sums.time - time * sums.n
    moved = replace(
        sums,
        time=away / centre.scale,
        squares=(sums.squares - 2 * time * sums.time + time**2 * n) / centre.scale**2,
        constant=sums.constant - centre.constant,
        plain=sums.plain - n[:, None] * centre.summed,
        timed=(sums.timed - time * sums.plain - away[:, None] * centre.summed) / centre.scale,
        products=centre.products,
        caseworkers=sums.caseworkers and _with_caseworkers(sums.caseworkers, centre),
    )
    return moved, centre


def _with_caseworkers(cells: Caseworkers, centre: Centre) -> Caseworkers:
    n = cells.n.astype(np.float64)
    time = (cells.time - centre.time * n) / centre.scale
    return replace(cells, time=time, plain=cells.plain - n[:, None] * centre.summed)
