"""At a landmark those still in are told apart by what has happened, and followed from there; none before counts."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from progression.disclosure import WITHHELD, Mark
from progression.hypotheses.answers import Landmark, Progress, Tipping
from progression.hypotheses.dates import Dates
from progression.hypotheses.gone import tipping
from progression.hypotheses.models import explained, given_first
from progression.hypotheses.progress import Moves, progress
from progression.hypotheses.waiting import MONTHS, Waits, shares
from progression.hypotheses.waves import Waves
from progression.hypotheses.words import Silence
from progression.regression import RegressionFit
from progression.results import Estimate
from progression.sources import Integers, Numbers
from progression.sources.columns import NOBODY, Truths

GROUPS: Final = ("no placement yet", "in placement", "responsible")
EXPOSED: Final = 2
PLACED: Final = "placed"


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """The people who have answered and are still in at the landmark: each one's last assessment by then (`base`), her
    last after it (NOBODY: none), and her group as it stood."""

    person: Integers
    base: Integers
    after: Integers
    group: Integers
    left: Truths


def landmark(waves: Waves, dates: Dates, months: int) -> Landmark:
    """What the groups of one landmark did afterwards.

    A person is in the group of what had happened by `months`; what happens later does not move her. Whoever left by
    then is in no group. Source: Anderson, Cain and Gelber, Journal of Clinical Oncology 1 (1983).
    """
    standing = _standing(waves, dates, months)
    fit = _explained(waves, standing)
    return Landmark(months, _groups(waves, standing), fit, _jobs(dates, months), _tipping(waves, standing, fit))


def group_at(dates: Dates, months: int) -> Integers:
    """The group of everybody who stayed, by what had happened by then; NOBODY for those who had left."""
    found = np.where(dates.responsible <= months, EXPOSED, np.where(dates.placed <= months, 1, 0))
    return np.where(dates.until > months, found, NOBODY).astype(np.int64)


def _standing(waves: Waves, dates: Dates, months: int) -> Standing:
    when, rows = waves.column(waves.design.months), np.arange(waves.rows.n)
    base, after = (np.full(len(waves.begins), NOBODY, dtype=np.int64) for _ in range(2))
    by, past = when <= months, when > months
    base[waves.person[by]] = rows[by]
    after[waves.person[past]] = rows[past]
    stay = dates.row[waves.begins]
    group = group_at(dates, months)[stay]
    left = dates.left[stay]
    there = (base != NOBODY) & (group != NOBODY)
    who = np.flatnonzero(there).astype(np.int64)
    return Standing(who, base[there], after[there], group[there], left[there])


def _groups(waves: Waves, standing: Standing) -> dict[str, Progress]:
    """The change from the last assessment by the landmark to the last after it; `from_second` is that of people who
    had answered before that one too."""
    score, crowd = waves.column(waves.design.outcome), waves.crowd
    both = standing.after != NOBODY
    change = score[standing.after] - score[standing.base]
    again = both & (standing.base > waves.begins[standing.person])
    moves, later = (Moves(standing.person[rows], standing.group[rows], change[rows]) for rows in (both, again))
    members = [crowd.members(standing.person[standing.group == place]) for place in range(len(GROUPS))]
    return progress(moves, later, GROUPS, crowd, waves.sizes, members)


def _columns(waves: Waves, standing: Standing) -> dict[str, Numbers]:
    """What had happened by the landmark, as columns beside the covariates; a person a row."""
    adjusting = {name: waves.column(name)[standing.base] for name in waves.design.adjusting}
    happened: dict[str, Numbers] = {
        waves.design.exposure: (standing.group == EXPOSED).astype(np.int64),
        PLACED: (standing.group > 0).astype(np.int64),
    }
    return {
        name: column for name, column in happened.items() if name != PLACED or len(np.unique(column)) > 1
    } | adjusting


def _explained(waves: Waves, standing: Standing) -> RegressionFit | Silence:
    """The last assessment after the landmark, given the last by it and what had happened."""
    both = standing.after != NOBODY
    happened = {name: column[both] for name, column in _columns(waves, standing).items()}
    if len(np.unique(happened[waves.design.exposure])) < 2:
        return WITHHELD
    first = given_first(waves, standing.base[both], standing.after[both])
    return explained({**first, **happened}, waves.design.outcome, standing.person[both], waves.crowd)


def _tipping(waves: Waves, standing: Standing, fit: RegressionFit | Silence) -> Tipping | Silence:
    """Those who left without an answer after the landmark, against those who gave one."""
    if not isinstance(fit, RegressionFit):
        return fit
    gone = (standing.after == NOBODY) & standing.left
    asked = gone | (standing.after != NOBODY)
    columns = {name: column[asked] for name, column in _columns(waves, standing).items()}
    columns[f"{waves.design.outcome}_first"] = waves.column(waves.design.outcome)[standing.base[asked]]
    effect = fit.coefficients[waves.design.exposure]
    return tipping(effect, columns, waves.design.exposure, gone[asked], standing.person[asked], waves.crowd, None)


def _jobs(dates: Dates, months: int) -> dict[tuple[str, int], Estimate | Mark]:
    """The share of each group that left for a job so many months after the landmark, the clock begun anew there."""
    crowd, group = dates.people.crowd, group_at(dates, months)
    shown = crowd.shown([group == place for place in range(len(GROUPS))])
    waits = Waits(np.arange(crowd.persons), dates.until - months, dates.job, dates.other, crowd)
    found: dict[tuple[str, int], Estimate | Mark] = {}
    for place, label in enumerate(GROUPS):
        inside = shares(waits.of(group == place), MONTHS) if shown[place] else [WITHHELD for _ in MONTHS]
        found |= {(label, within): one for within, one in zip(MONTHS, inside, strict=True)}
    return found
