"""Hypothesis 3, own barriers: what she says makes it hard, whether something is done about it, and how soon."""

from typing import Any, Final, Unpack

import numpy as np

from progression.errors import OffTheScale, placed
from progression.hypotheses.answers import Answer
from progression.hypotheses.points import COUNTED, People, Ratio, figures, read_people, some, unnamed
from progression.hypotheses.study import studied
from progression.hypotheses.waiting import DAYS, read_waits, share_figures
from progression.hypotheses.waves import Design, Keywords, read_waves
from progression.hypotheses.words import Caveat, Unit
from progression.sources import Floats, Limits, first_row

COLUMNS: Final[dict[str, Limits]] = {
    "named": COUNTED,
    "linked": COUNTED,
    "by_caseworker": COUNTED,
    "by_both": COUNTED,
}
RATIOS: Final = (
    Ratio("3a", "named", Unit.COUNT, "named"),
    Ratio("3a", "names_some", Unit.SHARE, "names_some"),
    Ratio("3b", "linked", Unit.SHARE, "linked", "named"),
    Ratio("3d", "overlap", Unit.SHARE, "by_both", "by_either"),
)
STARTED: Final = "started"


def own_barriers(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    exposure: str,
    *,
    people: Any = None,  # noqa: ANN401
    barriers: Any = None,  # noqa: ANN401
    **design: Unpack[Keywords],
) -> Answer:
    """Whether a parameter she named as a barrier moves otherwise once something is done about it; 3a to 3e.

    Shape: `table` a row an assessment of the parameter that the barrier is linked to (3e: the outcome), with the
    exposure (say 1 where an active intervention is linked; take it `lagged` when it varies). `people` a row a person
    with any of `COLUMNS`: barriers she named, those of them with an active intervention, those her caseworker named,
    those both did. `barriers` a row a barrier: `days` from named to started, to when she left, or so far; `became`
    "started", the reason she left for, or nothing.
    Unit: the outcome's, and that of each figure. Errors: those of `sources.read_all` and `mixed.growth`.
    """
    asked = Design(outcome, exposure, **design)
    waves = read_waves(table, asked)
    found = read_people(people, asked, COLUMNS)
    if found:
        _refuse_more_than_both(found)
        found = found.having("names_some", ("named",), some)
        found = found.having("by_either", ("named", "by_caseworker", "by_both"), _either)
    waits = share_figures("3c", "started", read_waits(barriers, asked, "days", "became", STARTED), DAYS)
    points = sorted([*figures(found, RATIOS), *waits], key=lambda one: one.point)
    competing = [Caveat.EXITS_COMPETE, Caveat.ROWS_OF_ONE] if barriers is not None else []
    named = unnamed(asked, people, barriers)
    return studied("own_barriers", waves, points, [Caveat.FLAGGED_LOW, *competing, *named])


def _either(hers: Floats, theirs: Floats, both: Floats) -> Floats:
    return np.asarray(hers + theirs - both)


def _refuse_more_than_both(people: People) -> None:
    """OffTheScale where more are named by both than by one of them."""
    both = people.columns.get("by_both")
    for name in ("named", "by_caseworker"):
        one = people.columns.get(name)
        if both is None or one is None or not (both > one).any():
            continue
        row = first_row(both > one, people.at)
        sentence = f"{placed('by_both', row)}: more are named by both than column {name!r} has."
        raise OffTheScale(sentence, column="by_both", row=row)
