"""The sums of a growth model asked of the engine that keeps the table: a million people come back as few rows."""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations_with_replacement
from typing import Any, Final

import numpy as np

from progression.errors import DuplicatedOccasion, TooFew, placed
from progression.mixed.centre import Centre, Totals, centre_of
from progression.mixed.pooled import Pool
from progression.mixed.sums import Roles, Sums, changes, of_rows, ordered
from progression.results import Missing
from progression.sources import COMPLETE, Engine, Floats, Integers, stack
from progression.sources.engines import NAME, labels_of, quoted
from progression.sources.extent import Extent, extents

BITS: Final = 62


@dataclass(frozen=True)
class Question:
    """What a growth model asks of an engine. `SELECT`s end in names: p who, t when, r0 … the summed columns, c0 … the
    constant ones, m the municipality."""

    engine: Engine
    roles: Roles

    @cached_property
    def _extents(self) -> tuple[int, dict[str, Extent]]:
        self.engine.label(self.roles.person)
        return extents(self.engine, self.roles.numbers, self._groups)

    @property
    def limits(self) -> dict[str, Extent]:
        """What each column holds."""
        return self._extents[1]

    @property
    def answerable(self) -> bool:
        """Whether the sums come out the same in every order of the rows; caseworkers need the rows in any case."""
        names = (self.roles.time, *self.roles.summed)
        return self.roles.caseworker is None and all(self.limits[name].small for name in names)

    @cached_property
    def _columns(self) -> dict[str, str]:
        return {name: self.engine.value(name) for name in self.roles.numbers}

    @property
    def _groups(self) -> list[str]:
        return [name for name in (self.roles.person, self.roles.municipality) if name]

    @property
    def constant(self) -> list[str]:
        """The constant columns, by their names in the questions."""
        return [f"c{place}" for place in range(len(self.roles.constant))]

    @property
    def same(self) -> list[str]:
        """What is the same in all rows of a person: to group by it all takes half of what a least and a greatest of
        each take. Who changes is there twice."""
        return ["p", *self.constant, *(["m"] if self.roles.municipality else [])]

    def complete(self) -> str:
        """The complete rows; where nothing is missing that need not be asked of each of them."""
        roles, rows = self.roles, self._extents[0]
        named = {"t": roles.time} | {f"r{place}": name for place, name in enumerate(roles.summed)}
        named |= dict(zip(self.constant, roles.constant, strict=True))
        # Whole numbers that stand as floats would be added as floats, which hold fewer digits.
        parts = {"p": quoted(roles.person)} | {
            short: f"CAST({self._columns[name]} AS BIGINT)" if self.limits[name].small else self._columns[name]
            for short, name in named.items()
        }
        if roles.municipality:
            parts["m"] = self.engine.label(roles.municipality)
        there = {name: self.engine.label(name) for name in self._groups} | self._columns
        asked = [f"{sql} IS NOT NULL" for name, sql in there.items() if self.limits[name].filled < rows]
        chosen = ", ".join(f"{sql} AS {short}" for short, sql in parts.items())
        return f"SELECT {chosen} FROM {NAME}" + (f" WHERE {' AND '.join(asked)}" if asked else "")  # noqa: S608

    def by_person(self) -> str:
        """A row a person: n, t1 and t2 of her times, how many of them differ (`times`), s0 … and m0 …, Σr and Σtr."""
        many = range(len(self.roles.summed))
        sums = {"t1": "t", "t2": "t * t"} | {f"s{a}": f"r{a}" for a in many} | {f"m{a}": f"t * r{a}" for a in many}
        asked = ["count(*) AS n", *(_whole_sum(sql, name) for name, sql in sums.items())]
        time = self.limits[self.roles.time]
        if time.high - time.low < BITS:
            asked.append(f"bit_count(bit_or(CAST(1 AS BIGINT) << CAST(t - ({int(time.low)}) AS INTEGER))) AS times")
        else:
            asked.append("count(DISTINCT t) AS times")
        by = ", ".join(self.same)
        inner = self.complete()
        return f"SELECT {by}, {', '.join(asked)} FROM ({inner}) AS complete_rows GROUP BY {by}"  # noqa: S608

    @cached_property
    def products(self) -> tuple[int, Floats]:
        """How many rows are complete, and Σrr' over them. Errors: TooFew when none is."""
        many = len(self.roles.summed)
        pairs = list(combinations_with_replacement(range(many), 2))
        asked = ", ".join(f"CAST(sum(r{a} * r{b}) AS BIGINT) AS q{a}_{b}" for a, b in pairs)
        question = f"SELECT count(*) AS n, {asked} FROM ({self.complete()}) AS complete_rows"  # noqa: S608
        row = self.engine.ask(question).to_pylist()[0]
        if not row["n"]:
            raise TooFew(f"Of {self._extents[0]} rows 0 are complete; at least 1 must be.")
        found = np.empty((many, many))
        for a, b in pairs:
            found[a, b] = found[b, a] = row[f"q{a}_{b}"]
        return int(row["n"]), found

    @cached_property
    def people(self) -> int:
        """How many people have complete rows."""
        inner = self.complete()
        counted = self.engine.ask(f"SELECT count(DISTINCT p) AS people FROM ({inner}) AS complete_rows")  # noqa: S608
        return int(counted["people"][0].as_py())

    @property
    def missing(self) -> Missing:
        """What was left out of the rows."""
        rows = self._extents[0]
        gone = {name: rows - one.filled for name, one in self.limits.items() if one.filled < rows}
        return Missing(COMPLETE, rows, rows - self.products[0], gone)

    def refuse(self, *, changed: bool, doubled: bool) -> None:
        """What the sums show to be wrong is looked up in the rows, which say where."""
        if not (changed or doubled):
            return
        if self.engine.numbered:
            of_rows(ordered(self.engine, self.roles), self.roles)
        if changed:
            raise changes(self._changing(), None)
        time = self.roles.time
        raise DuplicatedOccasion(f"{placed(time, None)}: the person has two rows at one time.", column=time)

    def _changing(self) -> str:
        """The first column that changes within a person."""
        names = [*self.roles.constant, *([self.roles.municipality] if self.roles.municipality else [])]
        asked = ", ".join(f"max(x{place}) AS x{place}" for place in range(len(names)))
        each = ", ".join(f"count(DISTINCT {one}) AS x{place}" for place, one in enumerate(self.same[1:]))
        inner = f"SELECT {each} FROM ({self.complete()}) AS complete_rows GROUP BY p"  # noqa: S608
        most = self.engine.ask(f"SELECT {asked} FROM ({inner}) AS people").to_pylist()[0]  # noqa: S608
        return next(name for place, name in enumerate(names) if most[f"x{place}"] > 1)


def sums_of(question: Question) -> Sums:
    """The sums of each person. Shape: a row a person. Errors: those of `Question`."""
    roles, many = question.roles, range(len(question.roles.summed))
    products = question.products[1]
    # Whole numbers add up to the same in every order; other constant columns need one.
    ordered_by = "" if all(question.limits[name].small for name in roles.constant) else " ORDER BY p"
    table = question.engine.ask(question.by_person() + ordered_by)
    doubled = bool((table["times"].to_numpy() != table["n"].to_numpy()).any())
    question.refuse(changed=len(table["p"].unique()) < table.num_rows, doubled=doubled)
    municipality = labels_of(table["m"]) if roles.municipality else None
    return Sums(
        _whole(table, "n"),
        _whole(table, "t1"),
        _whole(table, "t2"),
        stack([table[f"c{place}"].to_numpy() for place in range(len(roles.constant))], table.num_rows),
        np.column_stack([_whole(table, f"s{a}") for a in many]),
        np.column_stack([_whole(table, f"m{a}") for a in many]),
        products,
        question.missing,
        municipality.codes if municipality else None,
        levels=(len(municipality.labels),) if municipality else (),
    )


def pool_of(question: Question) -> tuple[Pool, Centre] | None:
    """The pool of all people, added up where the table is; None where 64 bits might not hold the sums.

    The same digits as `pool` has of the sums of each person: both add whole numbers about the same centre.
    """
    names = _held(question)
    if names is None:
        return None
    rows, products = question.products
    pairs = list(combinations_with_replacement(names, 2))
    asked = [_whole_sum(b if a == "1" else f"{a} * {b}", f"u{place}") for place, (a, b) in enumerate(pairs)]
    asked += ["count(*) AS people", "max(CASE WHEN times <> n THEN 1 ELSE 0 END) AS doubled"]
    inner = question.by_person()
    table = question.engine.ask(
        f"SELECT n, t1, t2, {', '.join(asked)} FROM ({inner}) AS everybody GROUP BY n, t1, t2 ORDER BY n, t1, t2"  # noqa: S608
    )
    alike = _whole(table, "people")
    changed = bool(question.constant) and int(alike.sum()) > question.people
    question.refuse(changed=changed, doubled=bool(table["doubled"].to_numpy().any()))
    crossed = np.empty((len(alike), len(names), len(names)), dtype=np.int64)
    for place, (a, b) in enumerate(combinations_with_replacement(range(len(names)), 2)):
        crossed[:, a, b] = crossed[:, b, a] = _whole(table, f"u{place}")
    times = np.column_stack([_whole(table, name) for name in ("n", "t1", "t2")])
    return _about_centre(times, crossed, products, rows, len(question.roles.constant))


def _held(question: Question) -> list[str] | None:
    """The columns of u (see `Pool`), if sums of their products fit in 64 bits."""
    roles, limits = question.roles, question.limits
    if roles.municipality or not all(limits[name].small for name in roles.constant):
        return None
    large = {name: max(abs(one.low), abs(one.high), 1) for name, one in limits.items()}
    times = limits[roles.time].high - limits[roles.time].low + 1
    summed = times * large[roles.time] * max(large[name] for name in roles.summed)
    widest = max(summed, *(large[name] for name in roles.constant), 1) * 4
    if widest**2 * question.products[0] >= 2**BITS:
        return None
    many = range(len(roles.summed))
    return ["1", *question.constant, *(f"s{place}" for place in many), *(f"m{place}" for place in many)]


def _about_centre(
    times: Integers, crossed: Integers, products: Floats, rows: int, constant: int
) -> tuple[Pool, Centre]:
    """The pool about its centre, from Σuu' of each pattern of times: u is moved by whole numbers, exactly."""
    n, time, squares = times.T
    people, width = crossed[:, 0, 0], crossed.shape[1]
    summed = (width - 1 - constant) // 2
    plain, timed = slice(1 + constant, 1 + constant + summed), slice(1 + constant + summed, width)
    totals = Totals(
        float(rows),
        float(people @ time),
        float(people @ squares),
        (n @ crossed[:, 0, 1 : 1 + constant]).astype(np.float64),
        crossed[:, 0, plain].sum(axis=0).astype(np.float64),
        products,
    )
    centre = centre_of(totals)
    middle = int(centre.time)
    away = time - middle * n
    moves = np.zeros_like(crossed) + np.eye(width, dtype=np.int64)
    moves[:, 1 : 1 + constant, 0] = -centre.constant.astype(np.int64)
    moves[:, plain, 0] = -np.outer(n, centre.summed.astype(np.int64))
    moves[:, timed, 0] = -np.outer(away, centre.summed.astype(np.int64))
    moves[:, range(*timed.indices(width)), range(*plain.indices(width))] = -middle
    moved = (moves @ crossed @ moves.transpose(0, 2, 1)).astype(np.float64)
    moved[:, timed] /= centre.scale
    moved[:, :, timed] /= centre.scale
    patterns = np.column_stack(
        [n, away / centre.scale, (squares - 2 * middle * time + middle**2 * n) / centre.scale**2]
    )
    order = np.lexsort(patterns.T[::-1])
    upper = np.triu_indices(width)
    alike = people[order].astype(np.float64)
    return Pool(patterns[order], alike, moved[order][:, *upper], centre.products, width, rows), centre


def _whole_sum(sql: str, name: str) -> str:
    return f"CAST(sum({sql}) AS BIGINT) AS {name}"


def _whole(table: Any, name: str) -> Integers:  # noqa: ANN401
    return np.asarray(table[name].to_numpy(), dtype=np.int64)
