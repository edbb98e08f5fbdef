"""Hypothesis 2, own goals: goals in the citizen's own words, when the first came, and what she set going herself."""

from typing import Any, Final, Unpack

from progression.hypotheses.answers import Answer
from progression.hypotheses.points import COUNTED, MARKED, Ratio, figures, read_people, some, unnamed
from progression.hypotheses.study import studied
from progression.hypotheses.waiting import DAYS, read_waits, share_figures
from progression.hypotheses.waves import Design, Keywords, read_waves
from progression.hypotheses.words import Caveat, Unit
from progression.sources import Limits

COLUMNS: Final[dict[str, Limits]] = {
    "goals": COUNTED,
    "own_goals": COUNTED,
    "active_own_goal": MARKED,
    "enrolled_days": COUNTED,
    "self_found": COUNTED,
    "network_used": COUNTED,
    "solved": COUNTED,
    "steps": COUNTED,
    "own_steps_done": COUNTED,
}
RATIOS: Final = (
    Ratio("2a", "own_words", Unit.SHARE, "own_goals", "goals"),
    Ratio("2b", "active_own_goal", Unit.SHARE, "active_own_goal"),
    Ratio("2c", "self_found", Unit.PER_100_DAYS, "self_found", "enrolled_days", 100.0),
    Ratio("2c", "network_used", Unit.PER_100_DAYS, "network_used", "enrolled_days", 100.0),
    Ratio("2c", "solved", Unit.PER_100_DAYS, "solved", "enrolled_days", 100.0),
    Ratio("2d", "own_steps_done", Unit.SHARE, "own_steps_done", "steps"),
    Ratio("2e", "no_clear_goal", Unit.SHARE, "no_clear_goal"),
)
GOAL: Final = "goal"


def own_goals(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    exposure: str,
    *,
    people: Any = None,  # noqa: ANN401
    first_goals: Any = None,  # noqa: ANN401
    **design: Unpack[Keywords],
) -> Answer:
    """Whether those whose plan stands on own goals move otherwise, with the measuring points 2a to 2e.

    Shape: `table` a row an assessment, with the exposure (say 1 where she has an active own goal; take it `lagged`
    when it varies). `people` a row a person with any of `COLUMNS`. `first_goals` a row a person: `days` from the
    start to her first own goal, to when she left, or so far; `became` "goal", the reason she left for, or nothing.
    2e is a share here: the list of who lacks a clear goal is for her caseworker alone.
    Unit: the outcome's, and that of each figure. Errors: those of `sources.read_all` and `mixed.growth`.
    """
    asked = Design(outcome, exposure, **design)
    waves = read_waves(table, asked)
    found = read_people(people, asked, COLUMNS)
    if found:
        found = found.having("no_clear_goal", ("own_goals",), lambda own: 1 - some(own))
    waits = share_figures("2b", "first_goal", read_waits(first_goals, asked, "days", "became", GOAL), DAYS)
    points = sorted([*figures(found, RATIOS), *waits], key=lambda one: one.point)
    competing = [Caveat.EXITS_COMPETE] if first_goals is not None else []
    return studied("own_goals", waves, points, [*competing, *unnamed(asked, people, first_goals)])
