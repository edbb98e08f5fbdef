"""Turning factors so that each item goes with few of them: varimax (at right angles) and oblimin (at any)."""

from typing import Final

import numpy as np

from progression.sources import Floats

MOST_STEPS: Final = 5000
CLOSE: Final = 1e-10


def varimax(loadings: Floats) -> Floats:
    """The loadings turned, rows to length 1 meanwhile (Kaiser's normalisation). Source: Kaiser (1958)."""
    length = np.sqrt((loadings**2).sum(axis=1))
    length[length == 0] = 1.0
    scaled = loadings / length[:, None]
    turn, before = np.eye(loadings.shape[1]), 0.0
    for _ in range(MOST_STEPS):
        turned = scaled @ turn
        pull = scaled.T @ (turned**3 - turned * (turned**2).mean(axis=0))
        left, sizes, right = np.linalg.svd(pull)
        turn = left @ right
        if sizes.sum() < before * (1 + 1e-15):
            break
        before = float(sizes.sum())
    return np.asarray(scaled @ turn * length[:, None])


def oblimin(loadings: Floats) -> tuple[Floats, Floats]:
    """Loadings and correlations of the factors with the least Σ over pairs of factors of Σ λ²λ'² (quartimin).

    Source: gradient projection, Bernaards and Jennrich, Educational and Psychological Measurement 65 (2005).
    """
    count = loadings.shape[1]
    turn, step = np.eye(count), 1.0
    found, value, slope = _quartimin(loadings, turn)
    for _ in range(MOST_STEPS):
        along = slope - turn * (turn * slope).sum(axis=0)
        size = float(np.sqrt((along**2).sum()))
        if size < CLOSE:
            break
        step *= 2
        for _ in range(20):
            moved = turn - step * along
            moved = moved / np.sqrt((moved**2).sum(axis=0))
            there, less, steeper = _quartimin(loadings, moved)
            if less < value - 0.5 * size**2 * step:
                break
            step /= 2
        if less >= value:
            break
        turn, found, value, slope = moved, there, less, steeper
    return found, np.asarray(turn.T @ turn)


def _quartimin(loadings: Floats, turn: Floats) -> tuple[Floats, float, Floats]:
    """Turned loadings, what is to be least, and its gradient by the turn."""
    inverse = np.linalg.inv(turn)
    turned = loadings @ inverse.T
    others = turned**2 @ (1 - np.eye(loadings.shape[1]))
    slope = -((turned.T @ (turned * others)) @ inverse).T
    return np.asarray(turned), float((turned**2 * others).sum() / 4), np.asarray(slope)
