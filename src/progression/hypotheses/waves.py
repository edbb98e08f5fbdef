"""Assessments by person and month: what was so one assessment before, and for what each person left."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, TypedDict

import numpy as np

from progression._people import occasions
from progression.descriptive import Summary, distribution
from progression.disclosure import WITHHELD, Mark
from progression.errors import BadInput, ChangesWithin, NotSeparable, TooFew, placed
from progression.flows.curves import says_something
from progression.hypotheses.small import Crowd, crowd_of
from progression.results import Missing
from progression.sources import COMPLETE, Coded, Floats, Integers, Numbers, Rows, first_row, kept, names_of, read_all
from progression.sources.columns import NOBODY, Truths

STILL_IN: Final = "still in"
FEW_VALUES: Final = 5


class Keywords(TypedDict, total=False):
    """What every hypothesis may be told beside its outcome and exposure; see `Design`."""

    months: str
    person: str
    covariates: Sequence[str]
    caseworker: str | None
    municipality: str | None
    exit_reason: str | None
    lagged: bool
    cuts: Sequence[float] | None
    horizon: float
    slope: bool


@dataclass(frozen=True, slots=True)
class Design:
    """What the columns of the assessments are called, and how they are looked at.

    `covariates` stay the same for a person. `caseworker`, `municipality` add a random level each. `exit_reason` names
    why she left (nothing: still in). `lagged`: the exposure varies, and that of the assessment before counts. `cuts`:
    the greatest exposure of each group but the last. `horizon`: the month by which those who left should have
    answered. `slope`: people differ in pace too. `given`: the exposure is a column of the assessments.
    `same_day`: a good day may bring the exposure, so the model has that of the same assessment too.
    """

    outcome: str
    exposure: str
    months: str = "months"
    person: str = "person"
    covariates: Sequence[str] = ()
    caseworker: str | None = None
    municipality: str | None = None
    exit_reason: str | None = None
    lagged: bool = False
    cuts: Sequence[float] | None = None
    horizon: float = 12
    slope: bool = True
    given: bool = True
    same_day: bool = False

    @property
    def adjusting(self) -> tuple[str, ...]:
        """The covariates."""
        return names_of(self.covariates)

    @property
    def constant(self) -> bool:
        """Whether the exposure is a column that stays the same for a person."""
        return self.given and not self.lagged

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every column of numbers. Errors: NotSeparable for one with two parts."""
        names = (self.months, self.outcome, *([self.exposure] if self.given else []), *self.adjusting)
        ours = (before(self.exposure), earlier(self.outcome), earlier(self.months)) if self.lagged else ()
        for name in (*names, *ours):
            if (*names, *ours, self.person).count(name) > 1:
                raise NotSeparable(f"Column {name!r} was given two parts in one model.", column=name)
        return names


def before(name: str) -> str:
    """What a column is called that holds what another held one assessment before."""
    return f"{name}_before"


def earlier(name: str) -> str:
    """What a column is called that holds what another held two assessments before: before the exposure before."""
    return f"{name}_earlier"


@dataclass(frozen=True, slots=True, eq=False)
class Waves:
    """Complete assessments in order of person and month; `begins` of each person's rows and their `sizes`.

    `left` is each person's reason, a code of `reasons` (the last: still in); None where no column says it.
    """

    design: Design
    rows: Rows
    begins: Integers
    sizes: Integers
    crowd: Crowd
    left: Integers | None
    reasons: tuple[str, ...]

    @property
    def person(self) -> Integers:
        """The code of each row's person, rising."""
        return self.rows.groups[self.design.person].codes

    @property
    def ends(self) -> Integers:
        """Each person's last row."""
        return np.asarray(self.begins + self.sizes - 1)

    def column(self, name: str) -> Numbers:
        """A column of numbers."""
        return self.rows.numbers[name]

    def first_rows(self) -> Truths:
        """Marks each person's first assessment."""
        found = np.zeros(self.rows.n, dtype=bool)
        found[self.begins] = True
        return found

    def gone(self) -> Truths:
        """Marks the people who have left; everybody may have, where no column says it."""
        if self.left is None:
            return np.ones(len(self.begins), dtype=bool)
        return np.asarray(self.left < len(self.reasons) - 1)


def read_waves(table: Any, design: Design, further: Sequence[str] = ()) -> Waves:  # noqa: ANN401
    """The assessments that are complete in outcome, covariates and, unless it is lagged, the exposure.

    What was so one assessment before is taken before any row is left out. Errors: those of `sources.read_all`,
    DuplicatedOccasion, ChangesWithin, TooFew for nobody.
    """
    named = [name for name in (design.caseworker, design.municipality, design.exit_reason) if name]
    found = read_all(table, numbers=[*design.numbers, *further], groups=[design.person, *named])
    rows = _in_order(found, design)
    if design.lagged:
        rows = _with_before(rows, design)
    rows = _complete(rows, found, design)
    if not rows.n:
        raise TooFew(f"Of {found.n} rows 0 are complete; at least 1 must be.")
    person = rows.groups[design.person].codes
    begins = np.flatnonzero(np.diff(person, prepend=-1)).astype(np.int64)
    _refuse_changes(rows, design, begins)
    caseworker = rows.groups[design.caseworker].codes if design.caseworker else None
    left, reasons = _left(rows, design, begins)
    sizes = np.diff(begins, append=rows.n).astype(np.int64)
    return Waves(design, rows, begins, sizes, crowd_of(person, len(begins), caseworker), left, reasons)


def _in_order(found: Rows, design: Design) -> Rows:
    """The rows that have a person and a month, by both."""
    when = found.numbers[design.months]
    there = (found.groups[design.person].codes != NOBODY) & ~np.isnan(when)
    rows = kept(found, there, found.missing)
    order = occasions(rows.groups[design.person].codes, rows.numbers[design.months], design.months, rows.at).order
    numbers = {name: column[order] for name, column in rows.numbers.items()}
    groups = {name: type(one)(one.codes[order], one.labels) for name, one in rows.groups.items()}
    return Rows(numbers, groups, rows.at[order], rows.missing)


def _with_before(rows: Rows, design: Design) -> Rows:
    person = rows.groups[design.person].codes
    added = {before(design.exposure): _back(rows.numbers[design.exposure], person, 1)}
    added |= {earlier(name): _back(rows.numbers[name], person, 2) for name in (design.outcome, design.months)}
    return Rows({**rows.numbers, **added}, rows.groups, rows.at, rows.missing)


def _back(column: Numbers, person: Integers, by: int) -> Floats:
    """What a column held so many rows before, where that row is the same person's."""
    found = np.full(len(column), np.nan)
    same = person[by:] == person[:-by]
    found[by:][same] = column[:-by][same]
    return found


def _complete(rows: Rows, found: Rows, design: Design) -> Rows:
    wanted = [design.outcome, *design.adjusting, *([design.exposure] if design.constant else [])]
    keep = np.ones(rows.n, dtype=bool)
    for name in wanted:
        keep &= ~np.isnan(rows.numbers[name])
    for group in (design.caseworker, design.municipality):
        if group:
            keep &= rows.groups[group].codes != NOBODY
    gone = {name: count for name, count in found.missing.by_column.items() if name != design.exit_reason}
    return kept(rows, keep, Missing(COMPLETE, found.n, found.n - int(keep.sum()), gone))


def _refuse_changes(rows: Rows, design: Design, begins: Integers) -> None:
    person = rows.groups[design.person].codes
    same: dict[str, Numbers] = {name: rows.numbers[name] for name in design.adjusting}
    if design.constant:
        same[design.exposure] = rows.numbers[design.exposure]
    same |= {name: rows.groups[name].codes for name in (design.municipality, design.exit_reason) if name}
    for name, column in same.items():
        changed = column != column[begins][person]
        if changed.any():
            row = first_row(changed, rows.at)
            more = "; if it may, say lagged=True" if name == design.exposure else ""
            sentence = f"{placed(name, row)}: it changes within a person{more}."
            raise ChangesWithin(sentence, column=name, row=row)


def _left(rows: Rows, design: Design, begins: Integers) -> tuple[Integers | None, tuple[str, ...]]:
    if not design.exit_reason:
        return None, ()
    codes, reasons = reasons_of(rows.groups[design.exit_reason])
    return codes[begins], reasons


def reasons_of(one: Coded) -> tuple[Integers, tuple[str, ...]]:
    """Codes of the reasons in the order of their labels; the last code is still in."""
    real = [code for code, label in enumerate(one.labels) if says_something(label)]
    turned = np.full(len(one.labels) + 1, len(real), dtype=np.int64)
    turned[real] = np.arange(len(real))
    return turned[one.codes], (*(str(one.labels[code]) for code in real), STILL_IN)


def cut(values: Numbers, cuts: Sequence[float] | None = None) -> tuple[Integers, tuple[str, ...]]:
    """Groups of a column: each value where there are five or fewer, else thirds, or up to each of the cuts.

    Codes a row (NOBODY for what is missing) and labels. Quantiles: definition 7 of Hyndman and Fan.
    Errors: BadInput for no cuts at all.
    """
    there = ~np.isnan(values)
    known: Any = np.unique(values[there])
    if cuts is None and len(known) <= FEW_VALUES:
        codes = np.where(there, np.searchsorted(known, values), NOBODY)
        return codes.astype(np.int64), _written(known)
    if cuts is not None and not len(cuts):
        raise BadInput("Cuts need at least one number.")
    thirds: Any = np.quantile(values[there], [1 / 3, 2 / 3]) if cuts is None else np.asarray(cuts, float)
    bounds: Floats = np.unique(thirds)
    placed = np.where(there, np.searchsorted(bounds, values, side="left"), NOBODY)
    ends = _written(bounds)
    between = [f"over {low} to {high}" for low, high in pairwise(ends)]
    labels = (f"to {ends[0]}", *between, f"over {ends[-1]}")
    used = np.unique(placed[there])
    codes = np.where(there, np.searchsorted(used, placed), NOBODY)
    return codes.astype(np.int64), tuple(labels[code] for code in used)


def _written(numbers: Numbers) -> tuple[str, ...]:
    """Numbers in three digits, in all of them where two would read the same."""
    short = tuple(f"{number:.3g}" for number in numbers)
    return short if len(set(short)) == len(short) else tuple(str(number) for number in numbers)


def spread(values: Numbers, person: Integers, crowd: Crowd) -> Summary | Mark:
    """The distribution of a column that rests on enough people."""
    if not crowd.spread(person, values):
        return WITHHELD
    return distribution({"value": values}, "value").whole
