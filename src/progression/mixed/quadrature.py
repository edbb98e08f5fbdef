"""The likelihood of answers of people who differ, by Laplace or adaptive Gauss-Hermite, with its exact gradient."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.polynomial.hermite import hermgauss

from progression.mixed.answers import Answers
from progression.mixed.links import Chance, Link
from progression.sources import Floats

SETTLED: Final = 1e-22
"""A step that would lift a person's height by less than half of this is the last."""
NOISE: Final = 1e-11
ABOVE: Final = 1e-6
"""A node so much above a person's top shows that it is none: the numbers are at the end of what can be computed."""
HARDLY: Final = -600.0
"""The logarithm of a chance so small is no longer exact."""
MOST_STEPS: Final = 200
HALVINGS: Final = 40


@dataclass(frozen=True, slots=True, eq=False)
class Likely:
    """The log-likelihood at some cuts, effects and spread of people, and its gradient by each of the three."""

    log: float
    by_cut: Floats
    by_effect: Floats
    by_factor: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """What is the same for all places of the people: the cuts of each cell less its fixed line, and its reach Λ'z."""

    above: Floats
    below: Floats
    reach: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Look:
    """What is seen when each person stands `at` a place (q, G): `height` is log p of her answers less ½|u|²."""

    at: Floats
    chance: Chance
    height: Floats
    slope: Floats
    bend: Floats

    @property
    def inverse(self) -> Floats:
        """The inverse of the bend of each person, (q, q, G)."""
        if len(self.bend) == 1:
            return 1 / self.bend
        (a, b), (_, c) = self.bend
        return np.array([[c, -b], [-b, a]]) / self.determinant

    @property
    def determinant(self) -> Floats:
        """The determinant of the bend of each person."""
        if len(self.bend) == 1:
            return np.asarray(self.bend[0, 0])
        (a, b), (_, c) = self.bend
        return np.asarray(a * c - b * b)


class Likelihood:
    """log L = Σ log ∫ Π p(y | η = xβ + z'Λu) φ(u) du over the people, where z is 1, or 1 and time.

    With h(u) = log Π p − ½|u|², its top û, the bend D = −h''(û) and nodes x with weights w:
    L = |D|^(−½) Σ w/√π · exp(x² + h(û + √2·x/√D)); one node is Laplace's approximation. The gradient follows û and D
    as the parameters move, so it is that of what is computed.
    Source: Pinheiro and Bates, Journal of Computational and Graphical Statistics 4 (1995).
    """

    def __init__(self, answers: Answers, link: Link, nodes: int, *, slope: bool) -> None:
        self.answers, self.link = answers, link
        self._person = answers.person
        self._time = answers.time[answers.row]
        self._weight = answers.weight
        self._dimensions = 2 if slope else 1
        self._at: Floats = np.zeros((self._dimensions, len(answers.begins)))
        places, weights = hermgauss(nodes)
        self._nodes = list(zip(places.tolist(), (weights * np.exp(places**2) / np.sqrt(np.pi)).tolist(), strict=True))

    def at(self, cuts: Floats, effects: Floats, factor: Floats) -> Likely | None:
        """At rising `cuts`, effects of the standard columns, and Λ as (level,) or (level, pace on it, pace alone)."""
        line = self._line(cuts, effects, factor)
        top = self._tops(line)
        if top is None or float(top.chance.log.min()) < HARDLY:
            return None
        self._at = top.at
        return self._gathered(line, top, len(cuts))

    def _line(self, cuts: Floats, effects: Floats, factor: Floats) -> _Line:
        found = self.answers
        padded = np.concatenate([[-np.inf], cuts, [np.inf]])
        fixed = found.design @ effects
        above, below = padded[found.answer + 1] - fixed, padded[found.answer] - fixed
        if self._dimensions == 1:
            reach = np.full((1, len(found.row)), factor[0])
        else:
            reach = np.stack([factor[0] + factor[1] * self._time, factor[2] * self._time])
        return _Line(above[found.row], below[found.row], reach)

    def _sums(self, cells: Floats) -> Floats:
        return np.asarray(np.add.reduceat(cells, self.answers.begins, axis=-1))

    def _look(self, line: _Line, at: Floats) -> _Look:
        shift = (line.reach * at[:, self._person]).sum(axis=0)
        chance = self.link.chance(line.above - shift, line.below - shift)
        height = self._sums(chance.log) - (at * at).sum(axis=0) / 2
        slope = self._sums(line.reach * chance.line) - at
        weighed = line.reach * chance.bend
        bend = self._sums(weighed[:, None] * line.reach[None]) + np.eye(len(at))[:, :, None]
        return _Look(at, chance, height, slope, bend)

    def _tops(self, line: _Line) -> _Look | None:
        """Where each person most likely stands, by halved Newton steps; None where no place is likely."""
        look = self._look(line, self._at)
        if not np.isfinite(look.height).all():
            look = self._look(line, np.zeros_like(self._at))
        for _ in range(MOST_STEPS):
            if not (np.isfinite(look.height).all() and np.isfinite(look.bend).all()):
                return None
            step = _times(look.inverse, look.slope)
            if float((step * look.slope).sum(axis=0).max()) < SETTLED:
                return look
            look = self._risen(line, look, step)
        return None

    def _risen(self, line: _Line, look: _Look, step: Floats) -> _Look:
        share = np.ones(step.shape[1])
        least = look.height - 1e-12 * (1 + np.abs(look.height))
        # Where nothing is to be gained a rounding error is no fall.
        climbs = (step * look.slope).sum(axis=0) > NOISE
        for _ in range(HALVINGS):
            there = self._look(line, look.at + share * step)
            worse = climbs & ~(there.height >= least)
            if not worse.any():
                break
            share[worse] /= 2
        return there

    def _places(self, line: _Line, top: _Look) -> Iterator[tuple[float, float, _Look]]:
        """Each node, its weight, and what is seen there."""
        width = np.sqrt(2 / top.bend[0, 0])
        for place, weight in self._nodes:
            yield place, weight, self._look(line, top.at + place * width) if place else top

    def _gathered(self, line: _Line, top: _Look, cuts: int) -> Likely | None:
        """The value, and the gradient: by what is seen at the nodes, and by how the nodes move."""
        people, person = len(self._weight), self._person
        total, moved, widened = np.zeros(people), np.zeros_like(top.at), np.zeros(people)
        by_a, by_b, by_reach = np.zeros(len(person)), np.zeros(len(person)), np.zeros_like(line.reach)
        for place, weight, look in self._places(line, top):
            if (look.height > top.height + ABOVE).any():
                return None
            share = weight * np.exp(look.height - top.height)
            each = share[person]
            total += share
            moved += share * look.slope
            widened += share * look.slope[0] * place
            by_a += each * look.chance.by_a
            by_b += each * look.chance.by_b
            by_reach += each * look.chance.line * look.at[:, person]
        log = top.height + np.log(total) - np.log(top.determinant) / 2
        inverse = top.inverse
        spread = -inverse / 2
        spread[0, 0] -= widened / total * np.sqrt(inverse[0, 0] ** 3 / 2)
        extra = self._followed(line, top, inverse, spread, moved / total)
        whole = total[person]
        by_a, by_b, by_reach = by_a / whole + extra[0], by_b / whole + extra[1], by_reach / whole + extra[2]
        return Likely(float(self._weight @ log), *self._by_parameter(by_a, by_b, by_reach, cuts))

    def _followed(
        self, line: _Line, top: _Look, inverse: Floats, spread: Floats, moved: Floats
    ) -> tuple[Floats, Floats, Floats]:
        """What moves with the tops: ∂log L/∂D is `spread` (q, q, G) and ∂log L/∂û is `moved` (q, G)."""
        person, chance, reach = self._person, top.chance, line.reach
        leaning = np.einsum("abc,bc->ac", spread[:, :, person], reach)
        size = (leaning * reach).sum(axis=0)
        turned = _times(inverse, self._sums(size * chance.bend_line * reach) + moved)[:, person]
        along = (turned * reach).sum(axis=0)
        at = top.at[:, person]
        by_reach = (size * chance.bend_line - chance.bend * along) * at
        by_reach += 2 * chance.bend * leaning + chance.line * turned
        return size * chance.bend_a + along * chance.line_a, size * chance.bend_b + along * chance.line_b, by_reach

    def _by_parameter(self, by_a: Floats, by_b: Floats, by_reach: Floats, cuts: int) -> tuple[Floats, Floats, Floats]:
        """From slopes a cell to slopes a cut, an effect and a number of Λ."""
        found = self.answers
        weight = self._weight[self._person]
        many = len(found.answer)
        upper = np.bincount(found.row, weight * by_a, many)
        lower = np.bincount(found.row, weight * by_b, many)
        by_cut = np.bincount(found.answer, upper, cuts + 1)[:-1] + np.bincount(found.answer, lower, cuts + 1)[1:]
        by_effect = -(found.design.T @ (upper + lower))
        pulled = weight * by_reach
        by_factor = [pulled[0].sum()]
        if self._dimensions > 1:
            by_factor += [pulled[0] @ self._time, pulled[1] @ self._time]
        return np.asarray(by_cut, dtype=np.float64), by_effect, np.array(by_factor)


def _times(square: Floats, column: Floats) -> Floats:
    """A square times a column for each person: (q, q, G) and (q, G)."""
    return np.asarray((square * column[None]).sum(axis=1))
