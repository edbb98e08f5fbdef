"""Made-up releases of every kind there is: protected as the product does it, then attacked."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from random import Random

import numpy as np

from progression.disclosure import (
    Category,
    Dimension,
    Findings,
    Frame,
    Key,
    Known,
    Mark,
    Merge,
    RefusedError,
    SafeTables,
    Table,
    attack,
    may_follow,
    protect,
    rounded,
    tabulate,
)

PEOPLE = "people"
DAYS = (date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30))
REGION = 3
"""So many municipalities are a region."""
Person = dict[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be published: tables release by release, what all know at each, and who knows her own case."""

    kind: str
    releases: tuple[tuple[Table, ...], ...]
    known: tuple[Known, ...]
    own: Known
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Attacked:
    """What came of it: nothing was released (refused), or what two attackers found; `wrong` is our own fault."""

    kind: str
    refused: bool
    cells: int
    withheld: int
    found: tuple[Findings, ...]
    wrong: tuple[str, ...]
    seconds: float

    @property
    def stands(self) -> bool:
        """Whether nobody found anything, and the attack said nothing untrue.

        An insider is asked about withheld counts alone, as security.md 2.7 has it: shown ones are of five or more.
        """
        everybody, *insider = self.found
        quiet = not any(one.recovered or one.timed_out for one in insider)
        return everybody.nothing_recovered and quiet and not self.wrong


def labels(name: str, many: int) -> tuple[str, ...]:
    """Categories of a dimension: "reason 0" and so on."""
    return tuple(f"{name} {place}" for place in range(many))


def crowd(random: Random, people: int, sizes: dict[str, int]) -> list[Person]:
    """People with a category in each dimension, some of them rare."""
    columns = {}
    for name, many in sizes.items():
        weights = [random.expovariate(1) + 0.02 for _ in range(many)]
        columns[name] = random.choices(labels(name, many), weights, k=people)
    return [dict(zip(sizes, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def counted(people: Sequence[Person], dimensions: Sequence[Dimension], until: date | None = None) -> Table:
    """A table of people; a category that holds several finest ones counts them all."""
    frame = Frame(PEOPLE, tuple(dimensions), until)
    columns = {}
    for one in dimensions:
        line = {member: category.label for category in one.categories for member in category.members}
        columns[one.name] = [line[person[one.name]] for person in people]
    return tabulate(frame, columns)


def plain(sizes: dict[str, int], *names: str) -> list[Dimension]:
    """Dimensions by name, whole."""
    return [Dimension.of(name, labels(name, sizes[name])) for name in names]


def regions(many: int) -> Dimension:
    """The municipalities three by three."""
    places = labels("municipality", many)
    groups = [places[first : first + REGION] for first in range(0, many, REGION)]
    return Dimension(
        "municipality", tuple(Category(f"region {at}", frozenset(group)) for at, group in enumerate(groups)), True
    )


def constants(random: Random, table: Table) -> tuple[Known, ...]:
    """The grant's number of people, or a target that was met in one category, or both, or neither."""
    known = []
    if random.random() < 0.5:
        known.append(Known(PEOPLE, sum(table.counts), until=table.frame.until))
    name, counts = table.frame.names[0], table.extended
    at = random.randrange(len(table.frame.dimensions[0].categories))
    met = int(counts[(at, *[-1] * (counts.ndim - 1))])
    if random.random() < 0.3 and met >= 10:
        where = ((name, table.frame.dimensions[0].labels[at]),)
        known.append(Known(PEOPLE, met - random.randrange(4), where, table.frame.until, at_least=True))
    return tuple(known)


def own_case(person: Person, names: Sequence[str], until: date | None = None, since: date | None = None) -> Known:
    """What one knows who knows herself, and nobody else."""
    where = tuple((name, person[name]) for name in names)
    return Known(PEOPLE, 1, where, until, at_least=True, since=since)


def one_table(random: Random) -> Asked:
    """A project's table in one, two or three dimensions, sometimes with something to merge."""
    sizes = {"reason": random.randint(3, 6), "sex": 2, "age": 3}
    people = crowd(random, random.randint(25, 180), sizes)
    names = random.choice([("reason",), ("reason",), ("reason", "sex"), ("reason", "age"), ("reason", "sex", "age")])
    table = counted(people, plain(sizes, *names))
    merges = (Merge("reason", "other", labels("reason", 2)),) if random.random() < 0.4 else ()
    return Asked("one table", ((table,),), constants(random, table), own_case(random.choice(people), names), merges)


def linked(random: Random) -> Asked:
    """Three tables that share their margins two by two, released together or one after another."""
    sizes = {"reason": random.randint(3, 4), "sex": 2, "age": 3}
    people = crowd(random, random.randint(40, 400), sizes)
    pairs = (("reason", "sex"), ("reason", "age"), ("sex", "age"))
    tables = tuple(counted(people, plain(sizes, *pair)) for pair in pairs)
    releases = (tables,) if random.random() < 0.7 else tuple((table,) for table in tables)
    return Asked(
        "linked tables", releases, constants(random, tables[0]), own_case(random.choice(people), tuple(sizes))
    )


def hierarchy(random: Random) -> Asked:
    """Municipalities by sex, and their regions by age."""
    sizes = {"municipality": random.choice([6, 9]), "sex": 2, "age": 3}
    people = crowd(random, random.randint(80, 600), sizes)
    (fine, sex, age), coarse = plain(sizes, "municipality", "sex", "age"), regions(sizes["municipality"])
    tables = (counted(people, [fine, sex]), counted(people, [coarse, age]))
    return Asked("regions", (tables,), constants(random, tables[0]), own_case(random.choice(people), tuple(sizes)))


def quarters(random: Random) -> Asked:
    """Everybody so far, quarter by quarter: reasons, and reasons by sex."""
    sizes = {"reason": random.randint(3, 5), "sex": 2}
    people = crowd(random, random.randint(40, 200), sizes)
    came = [random.randrange(len(DAYS)) for _ in people]
    releases: list[tuple[Table, ...]] = []
    for at, day in enumerate(DAYS):
        there = [person for person, quarter in zip(people, came, strict=True) if quarter <= at]
        tables = (counted(there, plain(sizes, "reason"), day), counted(there, plain(sizes, "reason", "sex"), day))
        if not releases or may_follow(releases[-1][1], tables[1]):
            releases.append(tables)
    days = [release[0].frame.until or day for release in releases]
    since = dict(pairwise([None, *days]))
    at = random.choice([place for place, quarter in enumerate(came) if DAYS[quarter] <= days[-1]])
    until = next(day for day in days if day >= DAYS[came[at]])
    before = next((one for one, after in since.items() if after == until), None)
    known = tuple(one for release in releases for one in constants(random, release[0]))
    return Asked("quarters", tuple(releases), known, own_case(people[at], ("reason", "sex"), until, before))


def national(random: Random) -> Asked:
    """Many municipalities by sex, with their regions by age beside them; tens of thousands of people.

    All 98 stand alone: with their regions the check is a matter of minutes.
    """
    sizes = {"municipality": random.choices([24, 48, 98], [7, 1, 2])[0], "sex": 2, "age": 2}
    people = crowd(random, random.randint(3_000, 30_000), sizes)
    (fine, sex, age), coarse = plain(sizes, "municipality", "sex", "age"), regions(sizes["municipality"])
    tables = [counted(people, [fine, sex]), counted(people, [coarse, age])][: 1 if sizes["municipality"] == 98 else 2]
    names = tuple(sizes)[: len(tables) + 1]
    own = own_case(random.choice(people), names)
    return Asked("national", (tuple(tables),), constants(random, tables[0]), own)


KINDS: tuple[Callable[[Random], Asked], ...] = (
    *(one_table, linked, hierarchy, quarters) * 6,
    national,
)
"""Which kind comes when; one in 25 is national."""


def asked(seed: int) -> Asked:
    """The release of a seed, always the same."""
    return KINDS[seed % len(KINDS)](Random(seed))


def published(one: Asked) -> tuple[SafeTables, ...]:
    """The releases one after another, each with what is known by its day; one that is refused is not released."""
    safe: list[SafeTables] = []
    for release in one.releases:
        days = {table.frame.until for table in release} | {
            one.frame.until for before in safe for one in before.tables
        }
        known = [fact for fact in one.known if fact.until in days]
        try:
            safe.append(protect(release, one.merges, safe, known))
        except RefusedError:
            continue
    return tuple(safe)


def attacked(one: Asked) -> Attacked:
    """Protect, then attack as everybody could, and as she could who knows her own case."""
    begun = time.perf_counter()
    safe = published(one)
    tables = [table for release in safe for table in release.tables]
    if not tables:
        return Attacked(one.kind, True, 0, 0, (), (), time.perf_counter() - begun)
    days = {table.frame.until for table in tables}
    known = [fact for fact in one.known if fact.until in days]
    found = [attack(safe, known)]
    if one.own.until in days and one.own.since in {None, *days}:
        there = {name for table in tables for name in table.frame.names}
        own = replace(one.own, where=tuple(pair for pair in one.own.where if pair[0] in there))
        found.append(attack(safe, [*known, own]))
    exact = [table for release in one.releases for table in release]
    cells = [cell for table in tables for cell in table.cells]
    return Attacked(
        one.kind,
        False,
        len(cells),
        sum(isinstance(cell, Mark) for cell in cells),
        tuple(found),
        tuple(untrue(exact, safe, found)),
        time.perf_counter() - begun,
    )


def untrue(exact: Sequence[Table], safe: Sequence[SafeTables], found: Sequence[Findings]) -> list[str]:
    """What was shown or said by the attack that the exact counts deny: there must be none."""
    wrong = []
    for table in (table for release in safe for table in release.tables):
        for key, shown in zip(table.frame.keys, table.cells, strict=True):
            if not isinstance(shown, Mark) and shown != rounded(true_count(exact, table.frame, key)):
                wrong.append(f"shown {shown}: {table.frame.words(key)}")
    for bound in (bound for one in found for bound in (*one.withheld, *one.pinned)):
        true = true_count(exact, bound.frame, bound.key)
        if true < bound.low or (bound.high is not None and true > bound.high):
            wrong.append(f"{true} is not in {bound.low} to {bound.high}: {bound.frame.words(bound.key)}")
    return wrong


def true_count(exact: Sequence[Table], frame: Frame, key: Key) -> int:
    """How many a cell of a published table really holds, merged or not."""
    table = next(one for one in exact if frame.answers(one.frame))
    chosen = []
    for own, shown, part in zip(table.frame.dimensions, frame.dimensions, key, strict=True):
        members = next((one.members for one in shown.categories if one.label == part), shown.atoms)
        chosen.append([place for place, one in enumerate(own.categories) if one.members <= members])
    return int(table.inner[np.ix_(*chosen)].sum())


def many(wanted: int, first: int = 0) -> list[Attacked]:
    """So many releases that were released; what is refused is not counted, and another takes its place."""
    results: list[Attacked] = []
    seed = first
    while len(results) < wanted:
        one = attacked(asked(seed))
        results += [] if one.refused else [one]
        seed += 1
    return results
