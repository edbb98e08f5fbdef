"""The least deviance over the covariance of the random effects: Newton's steps with an exact gradient."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite
from typing import Final

import numpy as np

from progression.sources import Floats

MOST_STEPS: Final = 100
CLOSE: Final = 1e-9
"""A step that would lower the deviance by less than this is the last one."""
NUDGE: Final = 1e-5
ASIDE: Final = 0.1
"""How far to step off a crest, along which the deviance falls on both sides."""
EDGE: Final = 1e-4
"""A standard deviation this small beside the residual one is tried at 0 as well; the deviance decides."""

ENOUGH: Final = 0.1
"""A step has to bring this share of what the slope promised: less would let it bounce between the two signs of a
standard deviation, which are equally good."""

Valued = Callable[[Floats], tuple[float, Floats]]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where the deviance is least, how low it is, and whether the search came to rest there."""

    at: Floats
    deviance: float
    converged: bool
    steps: int


def least(valued: Valued, start: Floats) -> Found:
    """The least of a smooth function with its gradient, from `start`.

    The Hessian comes from differences of the gradient; where it bends the wrong way it is turned, so that saddles
    (a variance of 0 is one) are left. Source: Newton's method with a line search (Nocedal and Wright, 2006, ch. 3).
    """
    at = start
    value, gradient = valued(at)
    for step in range(1, MOST_STEPS + 1):
        direction, crest = _direction(valued, at, gradient)
        gain = -float(gradient @ direction) / 2
        if gain < CLOSE and crest is not None:
            at = at + ASIDE * crest
            value, gradient = valued(at)
            continue
        taken = _taken(valued, at, value, gradient, direction)
        if taken is None:
            return Found(at, value, gain < 1e3 * CLOSE * max(1.0, abs(value) * 1e-6), step)
        at, value, gradient = taken
        if gain < CLOSE:
            return Found(at, value, True, step)
    return Found(at, value, False, MOST_STEPS)


def _direction(valued: Valued, at: Floats, gradient: Floats) -> tuple[Floats, Floats | None]:
    """Newton's step, downhill in every direction, and the way off the crest when this place is one."""
    hessian = np.empty((len(at), len(at)))
    for place in range(len(at)):
        nudge = np.zeros(len(at))
        nudge[place] = NUDGE * max(1.0, abs(float(at[place])))
        hessian[place] = (valued(at + nudge)[1] - gradient) / nudge[place]
    bends, axes = np.linalg.eigh((hessian + hessian.T) / 2)
    most = max(float(np.abs(bends).max()), 1e-300)
    crest = axes[:, 0] if bends[0] < -1e-6 * most else None
    turned = np.maximum(np.abs(bends), 1e-8 * most)
    return np.asarray(-axes @ ((axes.T @ gradient) / turned)), crest


def _taken(
    valued: Valued, at: Floats, value: float, gradient: Floats, direction: Floats
) -> tuple[Floats, float, Floats] | None:
    """The step, shortened until the deviance falls; None when it no longer does."""
    share = min(1.0, 2.0 / max(float(np.abs(direction).max()), 1e-300))
    noise = 1e-14 * abs(value)
    for _ in range(40):
        there = at + share * direction
        try:
            found, turned = valued(there)
        except np.linalg.LinAlgError:
            found, turned = np.inf, gradient
        if isfinite(found) and found <= value + ENOUGH * share * float(gradient @ direction) + noise:
            return there, found, turned
        share /= 2
    return None
