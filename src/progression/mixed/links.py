"""How a short scale hangs on a line: the chance of an answer between two cuts, with its slopes, for four links."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Final

import numpy as np

from progression.results import package
from progression.sources import Floats

FAR: Final = 38.0
"""Beyond this a normal deviate has no chance that a number could hold."""
HIGH: Final = 6.5
"""Beyond this exp(−exp(x)) is nothing."""
LOW: Final = 700.0
MIDDLE: Final = 0.5
LEAST: Final = 1e-290
"""No chance is counted as less, so that its logarithm is a number."""


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """log p of an answer between an upper and a lower cut, less the line η: a = θ_upper − η and b = θ_lower − η.

    `by_a` and `by_b` are its slopes, `line_a` and `line_b` those of ∂log p/∂η, `bend` is −∂²log p/∂η², and `bend_a`
    and `bend_b` are the slopes of that. Shapes: as a.
    """

    log: Floats
    by_a: Floats
    by_b: Floats
    line_a: Floats
    line_b: Floats
    bend: Floats
    bend_a: Floats
    bend_b: Floats

    @property
    def line(self) -> Floats:
        """∂log p/∂η."""
        return -(self.by_a + self.by_b)

    @property
    def bend_line(self) -> Floats:
        """The slope of the bend by η."""
        return -(self.bend_a + self.bend_b)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the `chance` between two cuts, and where the cut of a cumulative share lies (`cut`)."""

    chance: Callable[[Floats, Floats], Chance]
    cut: Callable[[Floats], Floats]


def _special() -> ModuleType:
    """Asked for when an ordered answer is: a growth model of numbers does without."""
    return package("scipy.special", "Short scales")


def _logistic(a: Floats, b: Floats) -> Chance:
    """F(a) − F(b) = F(a)·F(−b)·(1 − exp(b − a)), and a − b does not depend on η: so nothing cancels far out."""
    above, beyond = _special().expit(a), _special().expit(-b)
    density_a, density_b = above * (1 - above), beyond * (1 - beyond)
    with np.errstate(over="ignore", divide="ignore"):
        gap = 1 / np.expm1(a - b)
        log = np.log(above * beyond / (1 + gap))
    return Chance(
        log,
        1 - above + gap,
        beyond - 1 - gap,
        density_a,
        density_b,
        density_a + density_b,
        density_a * (1 - 2 * above),
        density_b * (2 * beyond - 1),
    )


_Curve = Callable[[Floats], tuple[Floats, Floats, Floats, Floats, Floats]]
"""Of x: the share below, the share above, the density and its first two slopes."""


def _normal(x: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    x = np.clip(x, -FAR, FAR)
    density = np.exp(-x * x / 2) / np.sqrt(2 * np.pi)
    return _special().ndtr(x), _special().ndtr(-x), density, -x * density, (x * x - 1) * density


def _smallest(x: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Below x lies 1 − exp(−exp(x))."""
    grown = np.exp(np.clip(x, -LOW, HIGH))
    above = np.exp(-grown)
    density = grown * above
    return -np.expm1(-grown), above, density, density * (1 - grown), density * (1 - 3 * grown + grown * grown)


def _largest(x: Floats) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Below x lies exp(−exp(−x)): the curve of the smallest, turned about."""
    below, above, density, first, second = _smallest(-x)
    return above, below, density, -first, second


def _between(curve: _Curve) -> Callable[[Floats, Floats], Chance]:
    """The chance for a curve that is given by its density; taken on the side where less cancels."""

    def chance(a: Floats, b: Floats) -> Chance:
        below_a, above_a, density_a, first_a, second_a = curve(a)
        below_b, above_b, density_b, first_b, second_b = curve(b)
        p = np.maximum(np.where(below_b > MIDDLE, above_b - above_a, below_a - below_b), LEAST)
        with np.errstate(invalid="ignore", over="ignore"):
            one, two = density_a / p, -density_b / p
            r, s = first_a / p, -first_b / p
            aa, ab, bb = r - one**2, -one * two, s - two**2
            aaa = second_a / p - 3 * r * one + 2 * one**3
            bbb = -second_b / p - 3 * s * two + 2 * two**3
            aab, abb = 2 * one**2 * two - r * two, 2 * two**2 * one - s * one
            log = np.log(p)
        bend = -(aa + 2 * ab + bb)
        return Chance(log, one, two, -(aa + ab), -(ab + bb), bend, -(aaa + 2 * aab + abb), -(aab + 2 * abb + bbb))

    return chance


LINKS: Final[Mapping[str, Link]] = {
    "logit": Link(_logistic, lambda share: np.log(share / (1 - share))),
    "probit": Link(_between(_normal), lambda share: _special().ndtri(share)),
    "loglog": Link(_between(_largest), lambda share: -np.log(-np.log(share))),
    "cloglog": Link(_between(_smallest), lambda share: np.log(-np.log1p(-share))),
}
"""By the names of R's clm and polr: for `cloglog` the share below is 1 − exp(−exp(θ − η)), and `loglog` mirrors it.
(clmm 2022.11 has these two the other way round.) Each bends down everywhere, so that a person's top is one place."""
