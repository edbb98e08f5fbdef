"""The five hypotheses: exposure, progression by exposure, the model with its adjustment, and what it cannot say."""

from progression.hypotheses.answers import (
    Answer,
    Counts,
    Figure,
    Landmark,
    Middle,
    Progress,
    Shift,
    Tipping,
    family,
)
from progression.hypotheses.barriers import own_barriers
from progression.hypotheses.goals import own_goals
from progression.hypotheses.gone import shifted
from progression.hypotheses.health import experienced_health
from progression.hypotheses.placement import responsibility
from progression.hypotheses.trust import trust
from progression.hypotheses.waves import Design
from progression.hypotheses.words import Caveat, Unit, Unsaid

__all__ = [
    "Answer",
    "Caveat",
    "Counts",
    "Design",
    "Figure",
    "Landmark",
    "Middle",
    "Progress",
    "Shift",
    "Tipping",
    "Unit",
    "Unsaid",
    "experienced_health",
    "family",
    "own_barriers",
    "own_goals",
    "responsibility",
    "shifted",
    "trust",
]
