"""Who came, who left and why, how long they stayed, and from which state they moved to which."""

from progression.flows.cox import CoxFit, cox
from progression.flows.curves import Curve, Curves, cumulative_incidence, kaplan_meier
from progression.flows.exits import Exits, Month, exits, monthly
from progression.flows.forecast import straight_line
from progression.flows.moves import Share, Transitions, transitions

__all__ = [
    "CoxFit",
    "Curve",
    "Curves",
    "Exits",
    "Month",
    "Share",
    "Transitions",
    "cox",
    "cumulative_incidence",
    "exits",
    "kaplan_meier",
    "monthly",
    "straight_line",
    "transitions",
]
