"""Measuring points from a table of people: shares and rates, each from columns that are there, or said not to be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from progression.disclosure import THRESHOLD, WITHHELD
from progression.errors import DuplicatedOccasion, OffTheScale, placed
from progression.hypotheses.answers import Figure
from progression.hypotheses.progress import ratio
from progression.hypotheses.small import Crowd, crowd_of
from progression.hypotheses.waves import Design
from progression.hypotheses.words import Caveat, Unit, Unsaid
from progression.results import Estimate
from progression.sources import Coded, Floats, Integers, Limits, Numbers, Rows, first_row, kept, opened, read_all
from progression.sources.columns import NOBODY

DAYS_A_MONTH: Final = 365.25 / 12
COUNTED: Final[Limits] = (0, None)
MARKED: Final[Limits] = (0, 1)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measuring point as Σ top / Σ bottom over people, times `per`; without a bottom the mean of people."""

    point: str
    name: str
    unit: Unit
    top: str
    bottom: str | None = None
    per: float = 1.0

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns it needs."""
        return (self.top, self.bottom) if self.bottom else (self.top,)


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """A row a person: the columns that are there, nan where nothing is known, and the crowd they are."""

    columns: Mapping[str, Floats]
    crowd: Crowd
    at: Integers

    def having(self, name: str, needs: Sequence[str], made: Callable[..., Any]) -> "People":
        """With one more column, made of others where all of these are there."""
        if not all(need in self.columns for need in needs):
            return self
        return replace(self, columns={**self.columns, name: made(*(self.columns[need] for need in needs))})


def some(counts: Floats) -> Floats:
    """1 where there are some, 0 where there are none; nothing where it is not known."""
    return np.where(np.isnan(counts), np.nan, counts > 0)


def read_people(table: Any, design: Design, wanted: Mapping[str, Limits]) -> People | None:  # noqa: ANN401
    """Those of the wanted columns that the table has, within their limits; None without a table.

    Errors: those of `sources.read_all`; DuplicatedOccasion for a person with two rows.
    """
    if table is None:
        return None
    rows, caseworker = read_events(table, design, wanted)
    person = rows.groups[design.person].codes
    again = np.flatnonzero(np.diff(person) == 0)
    if again.size:
        row = int(np.maximum(rows.at[again], rows.at[again + 1]).min()) or None
        sentence = f"{placed(design.person, row)}: the person has two rows, and should have one."
        raise DuplicatedOccasion(sentence, column=design.person, row=row)
    columns = {name: column.astype(np.float64) for name, column in rows.numbers.items()}
    return People(columns, crowd_of(person, rows.n, caseworker), rows.at)


def read_events(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    design: Design,
    wanted: Mapping[str, Limits],
    groups: Sequence[str] = (),
) -> tuple[Rows, Integers | None]:
    """The rows that have a person, by person, with the wanted columns that are there; their caseworkers if named."""
    source = opened(table)
    there = [name for name in wanted if name in source.names]
    named = [name for name in (design.caseworker,) if name and name in source.names]
    limits = {name: wanted[name] for name in there}
    found = read_all(source, numbers=there, groups=[design.person, *groups, *named], limits=limits)
    rows = kept(found, found.groups[design.person].codes != NOBODY, found.missing)
    order = np.lexsort([rows.groups[name].codes for name in (*named, design.person)])
    numbers = {name: column[order] for name, column in rows.numbers.items()}
    coded = {name: Coded(one.codes[order], one.labels) for name, one in rows.groups.items()}
    return Rows(numbers, coded, rows.at[order], rows.missing), coded[named[0]].codes if named else None


def not_given(point: str, name: str, unit: Unit) -> Figure:
    """A figure whose columns are not there."""
    return Figure(point, name, unit, Unsaid.NOT_GIVEN, Unsaid.NOT_GIVEN)


def unnamed(design: Design, *tables: Any) -> list[Caveat]:  # noqa: ANN401
    """The caveat for tables beside the assessments in which nobody's caseworker is named."""
    given = [opened(table).names for table in tables if table is not None]
    return [Caveat.NO_CASEWORKERS] if any(design.caseworker not in names for names in given) else []


def figure(people: People | None, asked: Ratio) -> Figure:
    """One figure, of those about whom both columns are known."""
    nothing = not_given(asked.point, asked.name, asked.unit)
    if people is None or not all(name in people.columns for name in asked.wanted):
        return nothing
    top = people.columns[asked.top]
    bottom = people.columns[asked.bottom] if asked.bottom else np.ones(len(top))
    if asked.bottom and asked.unit is Unit.SHARE:
        _refuse_more(people, asked, top, bottom)
    return told(nothing, top, bottom, people.crowd, asked.per)


def told(asked: Figure, top: Numbers, bottom: Numbers, crowd: Crowd, per: float = 1.0) -> Figure:
    """The ratio of two columns of people, or withheld: it rests on enough of them, of whom 5 have some of it, and of
    a share 5 have less than all of it."""
    there = ~np.isnan(top) & (bottom > 0)
    some, less = there & (top > 0), there & (top < bottom)
    if not crowd.apart(some, less if asked.unit is Unit.SHARE else some, there):
        return replace(asked, value=WITHHELD, persons=WITHHELD)
    cluster = None if crowd.home is None else crowd.home[there]
    one = ratio(top[there], bottom[there], cluster)
    value = Estimate(one.value * per, one.se * per, one.low * per, one.high * per, one.p)
    if asked.unit is Unit.SHARE:
        value = replace(value, low=max(value.low, 0.0), high=min(value.high, 1.0))
    return replace(asked, value=value, persons=int(there.sum()))


def mean_figure(asked: Figure, person: Integers, values: Numbers, crowd: Crowd) -> Figure:
    """The mean of a score, a row a person, or withheld."""
    who = crowd.members(person)
    if not crowd.enough(who):
        return replace(asked, value=WITHHELD, persons=WITHHELD)
    cluster = None if crowd.home is None else crowd.home[person]
    return replace(asked, value=ratio(values, np.ones(len(values)), cluster), persons=int(who.sum()))


def _refuse_more(people: People, asked: Ratio, top: Numbers, bottom: Numbers) -> None:
    more = top > bottom
    if more.any():
        row = first_row(more, people.at)
        place = int(np.flatnonzero(more)[0])
        than = f"is more than column {asked.bottom!r} has, {bottom[place]:g}."
        sentence = f"{placed(asked.top, row)}: {top[place]:g} {than}"
        raise OffTheScale(sentence, column=asked.top, row=row)


def figures(people: People | None, asked: Sequence[Ratio]) -> list[Figure]:
    """Several figures."""
    return [figure(people, one) for one in asked]


def categories(point: str, labels: Sequence[str], codes: Integers, person: Integers, crowd: Crowd) -> list[Figure]:
    """The share of each kind of thing people have several of. Shares add up to 1, so none is withheld alone: those
    that are stand for 5 people together, or more are."""
    there = codes != NOBODY
    everything = np.bincount(person[there], minlength=crowd.persons)
    counts = [np.bincount(person[codes == place], minlength=crowd.persons) for place in range(len(labels))]
    found = [
        told(not_given(point, label, Unit.SHARE), count, everything, crowd)
        for label, count in zip(labels, counts, strict=True)
    ]
    while True:
        hidden = [place for place, one in enumerate(found) if one.value is WITHHELD]
        seen = [place for place in range(len(found)) if place not in hidden]
        behind = sum((counts[place] for place in hidden), np.zeros(crowd.persons))
        if not hidden or not seen or (len(hidden) > 1 and int((behind > 0).sum()) >= THRESHOLD):
            return found
        least = min(seen, key=lambda place: (int((counts[place] > 0).sum()), place))
        found[least] = replace(found[least], value=WITHHELD, persons=WITHHELD)
