"""Hypothesis 4, responsibility in a placement: who has one, from when, and how scores and jobs go afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Unpack

import numpy as np

from progression.disclosure import Mark
from progression.errors import BadInput, ImmortalTime
from progression.hypotheses.answers import Answer, Figure
from progression.hypotheses.dates import Dates, read_dates
from progression.hypotheses.landmarks import PLACED, landmark
from progression.hypotheses.models import fitted, fitted_if_told, growth_frame, refuse_names
from progression.hypotheses.points import Ratio, categories, figures, not_given, told, unnamed
from progression.hypotheses.study import finished
from progression.hypotheses.waiting import MONTHS, Waits, share_figures
from progression.hypotheses.waves import Design, Keywords, Waves, read_waves, spread
from progression.hypotheses.words import Caveat, Unit
from progression.mixed import GrowthFit
from progression.sources import Numbers

JOBS: Final = ("ordinary_job", "flexjob")
LANDMARKS: Final = (6, 12)
RESPONSIBLE: Final = "responsible"
SINCE: Final = "since_responsible"
LEVELS: Final = ("observes", "guided_task", "own_task", "own_area")
RATIOS: Final = (
    Ratio("4a", "placement", Unit.SHARE, "placement"),
    Ratio("4f", "wage_hours", Unit.HOURS, "job_hours"),
)
HOLDING: Final = (Caveat.STAFF_CHOSE, Caveat.LANDMARK, Caveat.EXITS_COMPETE, Caveat.BETWEEN_AND_WITHIN)


def responsibility(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    *,
    placements: Any,  # noqa: ANN401
    stays: Any,  # noqa: ANN401
    landmarks: Sequence[int] = LANDMARKS,
    jobs: Sequence[str] = JOBS,
    window: int | None = None,
    **design: Unpack[Keywords],
) -> Answer:
    """Whether those who were given responsibility in a placement move otherwise from then on; 4a to 4f.

    Shape: `table` a row an assessment, months counted from enrolment. `placements` a row a placement: `start`,
    `responsible` (the month of the first level 2 or 3; nothing: never); `level`, `own_goal`, `found_by` if known.
    `stays` a row a person: `months` to the end or so far, `reason` (nothing: still in); `wage_hours` if known. The
    model lets level and pace change at the month of responsibility, beside everybody else in at that time; an
    assessment of that very month counts as before it. Each landmark tells apart those still in. A `window` of days
    before and after is refused. Unit: the outcome's. Errors: ImmortalTime, BadInput, OffTheScale, those of `growth`.
    """
    asked = _asked(outcome, landmarks, window, design)
    waves = read_waves(table, asked)
    dates = read_dates(waves, placements, stays, jobs)
    waves = waves if asked.exit_reason else _left_as_in(dates, waves)
    frame = growth_frame(waves, dated_columns(waves, dates))
    model, marks = fitted(frame.without(PLACED)), [landmark(waves, dates, months) for months in landmarks]
    return finished(
        "responsibility",
        waves,
        distribution=spread(dates.responsible, np.arange(len(dates.until)), dates.people.crowd),
        groups=marks[0].groups,
        term=SINCE,
        model=model,
        from_second=fitted_if_told(frame.of(~waves.first_rows()).without(PLACED)),
        ancova=marks[0].ancova,
        tipping=marks[0].tipping,
        points=sorted([*_of_people(dates), *_of_placements(dates), *_of_model(model)], key=lambda one: one.point),
        caveats=[*HOLDING, *unnamed(asked, stays)],
        landmarks=marks,
    )


def _left_as_in(dates: Dates, waves: Waves) -> Waves:
    return replace(waves, left=dates.why[dates.row[waves.begins]], reasons=dates.reasons)


def _asked(outcome: str, landmarks: Sequence[int], window: int | None, design: Keywords) -> Design:
    if window is not None:
        raise ImmortalTime(
            f"A window of {window} days before and after is no effect: staff choose the day of responsibility, and "
            "the time until it is immortal. Read the landmarks, or the model in which it begins at its month."
        )
    if design.get("lagged"):
        raise BadInput("Responsibility has its dates in the table of placements; it is not lagged.")
    if not landmarks:
        raise BadInput("Responsibility needs at least one landmark.")
    asked = Design(outcome, RESPONSIBLE, **design)
    refuse_names(asked.adjusting, (RESPONSIBLE, SINCE, PLACED, f"{outcome}_first"))
    return replace(asked, given=False)


def dated_columns(waves: Waves, dates: Dates) -> dict[str, Numbers]:
    """Of each assessment: whether responsibility had come before its month, the months since, and whether a placement
    had. Before its month it is 0, whatever comes later."""
    when = waves.column(waves.design.months)
    got, placed = dates.responsible[dates.row], dates.placed[dates.row]
    since = np.where(when > got, when - got, 0.0)
    return {RESPONSIBLE: (when > got).astype(np.int64), SINCE: since, PLACED: (when > placed).astype(np.int64)}


def _of_people(dates: Dates) -> list[Figure]:
    """4a, and 4f: hours of those who left for a job, and the share that did so after their first placement began."""
    people = dates.people.having("placement", (), lambda: (~np.isnan(dates.placed)).astype(np.float64))
    people = people.having("job_hours", ("wage_hours",), lambda hours: np.where(dates.job, hours, np.nan))
    everybody = np.arange(people.crowd.persons)
    has = ~np.isnan(dates.responsible)
    until = np.where(has, dates.responsible, dates.until)
    coming = Waits(everybody, until, has, dates.left & ~has, people.crowd)
    after = Waits(everybody, dates.until - dates.placed, dates.job, dates.other, people.crowd)
    return [
        *figures(people, RATIOS),
        *share_figures("4c", "responsible", coming, MONTHS),
        *share_figures("4f", "job_after_placement", after.of(~np.isnan(dates.placed)), MONTHS),
    ]


def _of_placements(dates: Dates) -> list[Figure]:
    """4b, 4c and 4e: shares of placements, people as clusters."""
    crowd, many = dates.people.crowd, dates.people.crowd.persons
    held = dates.placements
    own = not_given("4b", "own_goal", Unit.SHARE)
    if "own_goal" in held.numbers:
        known = ~np.isnan(held.numbers["own_goal"])
        times = np.bincount(dates.whose[known], minlength=many)
        linked = np.bincount(dates.whose[known], held.numbers["own_goal"][known], many)
        own = told(own, linked, times, crowd)
    found = [own, not_given("4c", "levels", Unit.SHARE), not_given("4e", "found_by", Unit.SHARE)]
    if "level" in held.numbers:
        level = held.numbers["level"]
        codes = np.where(np.isnan(level), -1, level).astype(np.int64)
        found[1:2] = categories("4c", LEVELS, codes, dates.whose, crowd)
    if "found_by" in held.groups:
        one = held.groups["found_by"]
        found[-1:] = categories("4e", [f"found_by {label}" for label in one.labels], one.codes, dates.whose, crowd)
    return found


def _of_model(model: GrowthFit | Mark) -> list[Figure]:
    """4d, as the model has it: the step and the change of pace at responsibility, not the two slopes of a window."""
    asked = [not_given("4d", "step", Unit.SCORE), not_given("4d", "pace", Unit.SCORE)]
    if isinstance(model, Mark):
        return [replace(one, value=model, persons=model) for one in asked]
    terms = zip(asked, (RESPONSIBLE, SINCE), strict=True)
    return [replace(one, value=model.coefficients[term], persons=model.n_persons) for one, term in terms]
