"""The models of a hypothesis: growth with the exposure, the same from the second assessment, and last given first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from progression.disclosure import WITHHELD, Mark
from progression.errors import BadInput, NotSeparable, TooFew
from progression.hypotheses.small import Crowd, saturated
from progression.hypotheses.waves import Design, Waves, before, earlier
from progression.hypotheses.words import Silence, Unsaid
from progression.mixed import GrowthFit, growth
from progression.regression import RegressionFit, ols
from progression.sources import Integers, Numbers
from progression.sources.columns import Truths

PERSON = "person"


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Rows for a model: its columns, which of them are constant for a person and which vary, and whose they are."""

    design: Design
    crowd: Crowd
    columns: Mapping[str, Numbers]
    person: Integers
    constant: tuple[str, ...]
    varying: tuple[str, ...]
    levels: Mapping[str, Integers]

    def of(self, rows: Truths) -> "Frame":
        """Some of the rows."""
        columns = {name: column[rows] for name, column in self.columns.items()}
        levels = {name: codes[rows] for name, codes in self.levels.items()}
        return Frame(self.design, self.crowd, columns, self.person[rows], self.constant, self.varying, levels)

    def known(self) -> "Frame":
        """The rows in which nothing that the model needs is missing."""
        return self.of(~np.logical_or.reduce([np.isnan(column) for column in self.columns.values()]))

    def without(self, name: str) -> "Frame":
        """The same without a varying column, where it is the same in every row and so says nothing."""
        if name not in self.columns or len(np.unique(self.columns[name])) > 1:
            return self
        columns = {key: column for key, column in self.columns.items() if key != name}
        return replace(self, columns=columns, varying=tuple(key for key in self.varying if key != name))

    @property
    def told(self) -> bool:
        """Whether enough people stand behind every coefficient, and the model is no table in disguise.

        What may vary and never does has nobody behind it; a constant covariate is refused by `growth`, by name."""
        if not self.crowd.enough(self.crowd.members(self.person)):
            return False
        if any(np.ptp(self.columns[name]) == 0 for name in self.varying):
            return False
        effects = [self.columns[name] for name in (*self.constant, *self.varying)]
        if not self.crowd.told(self.person, effects):
            return False
        when = self.columns[self.design.months]
        return not saturated([when, *effects], 2 + 2 * len(self.constant) + len(self.varying))


def growth_frame(waves: Waves, varying: Mapping[str, Numbers] | None = None) -> Frame:
    """The rows of a growth model: the exposure as it stands, as it stood before, or columns made for it."""
    design = waves.design
    if varying is None:
        varying = lagged_columns(waves) if design.lagged else {}
        constant = design.adjusting if design.lagged else (design.exposure, *design.adjusting)
    else:
        constant = design.adjusting
    columns = {name: waves.column(name) for name in (design.months, design.outcome, *constant)}
    named = [name for name in (design.caseworker, design.municipality) if name]
    levels = {name: waves.rows.groups[name].codes for name in named}
    return Frame(design, waves.crowd, {**columns, **varying}, waves.person, constant, tuple(varying), levels).known()


def lagged_columns(waves: Waves) -> dict[str, Numbers]:
    """The exposure before, and its product with time about the mean month (so that the first is its effect then)."""
    design = waves.design
    was, when = waves.column(before(design.exposure)), waves.column(design.months)
    there = ~np.isnan(was)
    middle = int(np.rint(when[there].mean())) if there.any() else 0
    now = {design.exposure: waves.column(design.exposure)} if design.same_day else {}
    product = f"({design.months} - {middle}):{before(design.exposure)}"
    return {before(design.exposure): was, product: was * (when - middle), **now}


def term_of(design: Design) -> str:
    """The coefficient that is asked for: how much faster with the exposure; or, lagged, how much higher after it."""
    return before(design.exposure) if design.lagged else f"{design.months}:{design.exposure}"


def fitted(frame: Frame) -> GrowthFit | Mark:
    """The growth model, or withheld. Errors: those of `growth`."""
    if not frame.told:
        return WITHHELD
    design = frame.design
    return growth(
        {**frame.columns, **frame.levels, design.person: frame.person},
        design.outcome,
        design.months,
        design.person,
        frame.constant,
        frame.varying,
        slope=design.slope,
        caseworker=design.caseworker,
        municipality=design.municipality,
    )


def fitted_if_told(frame: Frame) -> GrowthFit | Silence:
    """As `fitted`, but no error where these rows cannot tell."""
    try:
        return fitted(frame)
    except (TooFew, NotSeparable):
        return Unsaid.NOT_ANSWERED


def last_given_first(waves: Waves) -> RegressionFit | Silence:
    """The last assessment given the first, the exposure, the covariates and the months between, a row a person.

    Lagged: each assessment given that two before, and the exposure between, a row an assessment, people as clusters.
    """
    design = waves.design
    if design.lagged:
        columns = {
            design.outcome: waves.column(design.outcome),
            earlier(design.outcome): waves.column(earlier(design.outcome)),
            before(design.exposure): waves.column(before(design.exposure)),
            **{name: waves.column(name) for name in design.adjusting},
            "gap": waves.column(design.months) - waves.column(earlier(design.months)),
        }
        return explained(columns, design.outcome, waves.person, waves.crowd)
    several = waves.sizes > 1
    first, last = waves.begins[several], waves.ends[several]
    columns = given_first(waves, first, last) | {design.exposure: waves.column(design.exposure)[first]}
    return explained(columns, design.outcome, np.flatnonzero(several), waves.crowd)


def given_first(waves: Waves, first: Integers, last: Integers) -> dict[str, Numbers]:
    """The columns of a later assessment given an earlier one, the covariates and the months between."""
    design = waves.design
    score, when = waves.column(design.outcome), waves.column(design.months)
    adjusting = {name: waves.column(name)[first] for name in design.adjusting}
    return {
        design.outcome: score[last],
        f"{design.outcome}_first": score[first],
        **adjusting,
        "gap": when[last] - when[first],
    }


def explained(
    columns: Mapping[str, Numbers], outcome: str, person: Integers, crowd: Crowd
) -> RegressionFit | Silence:
    """Least squares of the outcome on all other columns, with errors by caseworker, or by person where several rows
    are hers; what is the same in every row says nothing and is left out."""
    there = ~np.logical_or.reduce([np.isnan(column) for column in columns.values()])
    known = {name: column[there] for name, column in columns.items()}
    person = person[there]
    if not crowd.enough(crowd.members(person)):
        return WITHHELD
    effects = [name for name, column in known.items() if name != outcome and (name != "gap" or np.ptp(column) > 0)]
    if not crowd.told(person, [known[name] for name in effects]):
        return WITHHELD
    if saturated([known[name] for name in effects], len(effects) + 1):
        return WITHHELD
    cluster = cluster_of(person, crowd)
    try:
        if cluster is None:
            return ols(known, outcome, effects)
        return ols({**known, "cluster": cluster}, outcome, effects, cluster="cluster", errors="CR2")
    except (TooFew, NotSeparable):
        return Unsaid.NOT_ANSWERED


def cluster_of(person: Integers, crowd: Crowd) -> Integers | None:
    """What belongs together: the rows of one caseworker, or of one person where she has several, or nothing."""
    if crowd.home is not None:
        return np.asarray(crowd.home[person])
    return person if len(np.unique(person)) < len(person) else None


def refuse_names(columns: Sequence[str], made: Sequence[str] = ()) -> None:
    """BadInput for a column that is called as one that is made here."""
    for name in columns:
        if name in ("gap", "cluster", "gone", *made):
            raise BadInput(f"Column {name!r} is called as one that is made here: call it otherwise.", column=name)
