"""Columns that tell an ordered answer without fail: a direction in which the likelihood never stops rising."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from progression.errors import NoFiniteAnswer
from progression.mixed.answers import Answers
from progression.results import package
from progression.sources import Floats

OPEN: Final = 1e-6


def refuse_separation(answers: Answers, names: Sequence[str], outcome: str) -> None:
    """NoFiniteAnswer naming the column that moves most in a direction where every row's answer only becomes likelier.

    Such a direction (dθ, dβ) has dθ_upper − x'dβ ≥ 0 ≥ dθ_lower − x'dβ in every row, and not 0 in all: a linear
    programme says whether there is one. Source: Albert and Anderson, Biometrika 71 (1984); Konis (2007).
    """
    sides = _sides(answers)
    # It takes a fifth of a second to import, which a growth model of numbers never needs.
    linprog = package("scipy.optimize", "Short scales").linprog
    found = linprog(-sides.sum(axis=0), A_ub=-sides, b_ub=np.zeros(len(sides)), bounds=(-1, 1), method="highs")
    if found.x is not None and float((sides @ found.x).sum()) > OPEN * len(sides):
        moved = np.abs(found.x[-len(names) :])
        name = names[int(moved.argmax())]
        sentence = f"Column {name!r} tells {outcome!r} without fail for some (separation), so its effect has no"
        raise NoFiniteAnswer(f"{sentence} finite estimate: leave it out, or take answers together.", column=name)


def _sides(answers: Answers) -> Floats:
    """A row a side of a row's answer that ends at a cut: how much room there is more for a step (dθ, dβ)."""
    cuts = int(answers.answer.max())
    one = np.eye(cuts + 1)
    above, below = answers.answer < cuts, answers.answer > 0
    upper = np.hstack([one[answers.answer[above], :cuts], -answers.design[above]])
    lower = np.hstack([-one[answers.answer[below] - 1, :cuts], answers.design[below]])
    return np.vstack([upper, lower])
