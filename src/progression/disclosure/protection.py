"""From exact counts to a table that may be shown: merge, withhold, round, until attacks find nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from progression import _given
from progression.disclosure.attack import SECONDS
from progression.disclosure.attackers import Published, System, insider_leaks
from progression.disclosure.known import TOLD, Told
from progression.disclosure.programme import TimedOutError
from progression.disclosure.releases import SafeTables
from progression.disclosure.tables import (
    THRESHOLD,
    WITHHELD,
    Category,
    Counts,
    Dimension,
    Frame,
    Mark,
    SafeTable,
    Table,
    rounded,
)
from progression.disclosure.unknowns import Cell, Owner, write_down
from progression.errors import BadInput, NegativeDuration, OffTheScale, UnknownColumn

Marks = npt.NDArray[np.bool_]


class RefusedError(BadInput):
    """The table cannot be released in any form: even all withheld, something would be known of it."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Put the categories `of` of one dimension together under a new name, `into`.

    `of` may name finest categories or the `into` of merges before this one, whether those were made or not.
    Errors: BadInput for what is no text.
    """

    dimension: str
    into: str
    of: tuple[str, ...]

    def __post_init__(self) -> None:
        _given.of_kind("The dimension of a merge", self.dimension, str)
        _given.of_kind("The name of what is merged", self.into, str)
        _given.each(f"What is merged into {self.into!r}", self.of, str)


def merge(table: Table, merges: Sequence[Merge], only_needed: bool = False) -> Table:
    """The table with categories put together, in the order of the merges.

    With `only_needed` a merge is made only when one of its members, over the whole table, has fewer than 5
    people, or all but fewer than 5. A merged category stands where its first member stood.
    Errors: BadInput for an unknown dimension or category, a new name that is taken, or a merge that would
    cut an earlier one in two. Source: the order "merge, then withhold" of our own rules for small numbers.
    """
    _given.of_kind("What is merged", table, Table)
    means = {
        (dimension.name, category.label): category.members
        for dimension in table.frame.dimensions
        for category in dimension.categories
    }
    for one in _given.each("The merges", merges, Merge):
        if not one.of:
            raise BadInput(f"The merge into {one.into!r} names no categories.", column=one.dimension)
        for label in one.of:
            if (one.dimension, label) not in means:
                raise BadInput(f"{label!r} is not a category of {one.dimension!r}.", column=one.dimension)
        if (one.dimension, one.into) in means:
            raise BadInput(f"{one.into!r} is already a category of {one.dimension!r}.", column=one.dimension)
        members = frozenset().union(*(means[one.dimension, label] for label in one.of))
        means[one.dimension, one.into] = members
        table = _merged(table, one.dimension, Category(one.into, members), only_needed)
    return table


def _merged(table: Table, name: str, into: Category, only_needed: bool) -> Table:
    axis = [dimension.name for dimension in table.frame.dimensions].index(name)
    old = table.frame.dimensions[axis]
    inside = [place for place, one in enumerate(old.categories) if one.members <= into.members]
    if frozenset().union(*(old.categories[place].members for place in inside)) != into.members:
        raise BadInput(f"{into.label!r} would cut a category of {name!r} in two.", column=name)
    counts = table.inner
    if only_needed and not _needed(counts, axis, inside):
        return table
    new = [[place] for place in range(len(old.categories)) if place not in inside]
    new = sorted([*new, inside])
    categories = tuple(into if places == inside else old.categories[places[0]] for places in new)
    dimensions = list(table.frame.dimensions)
    dimensions[axis] = Dimension(name, categories, old.place)
    sums = np.stack([counts.take(places, axis=axis).sum(axis=axis) for places in new], axis=axis)
    frame = replace(table.frame, dimensions=tuple(dimensions))
    return Table(frame, tuple(int(count) for count in sums.ravel()))


def _needed(counts: Counts, axis: int, inside: list[int]) -> bool:
    line = np.moveaxis(counts, axis, 0).reshape(counts.shape[axis], -1).sum(axis=1)
    return any(line[place] < THRESHOLD or line.sum() - line[place] < THRESHOLD for place in inside)


def protect(
    tables: Sequence[Table],
    merges: Sequence[Merge] = (),
    earlier: Sequence[SafeTables] = (),
    known: Sequence[Told] = (),
    seconds: float = SECONDS,
    insiders: bool = True,
) -> SafeTables:
    """What may be shown of tables together, given all that was shown before and is known from elsewhere.

    1. A question asked before gets the answer given before. 2. The merges that are needed, in their order, in every
    table with the dimension. 3. Withheld: counts under 5, counts with under 5 in the rest of a group they are part
    of (zero included), and every part of a withheld total. 4. All other counts are rounded to 5, totals on their own.
    5. As long as the attack finds something, the smallest published count its proof leans on is withheld too.
    6. The same for every insider, who knows one case, her own, anywhere (`insiders`), and what is withheld from her.
    Shape: tables of up to three dimensions, no question twice; `known` as all know it; `seconds` for all of it.
    Errors: RefusedError (a BadInput) when nothing helps or the time runs out; BadInput as `attack` and `merge`.
    Source: our own rules for small numbers; step 5 is a greedy form of complementary cell suppression
    (Willenborg and de Waal, Elements of Statistical Disclosure Control, 2001).
    """
    _given.seconds_of(seconds)
    tables, merges = _given.each("The tables", tables, Table), _given.each("The merges", merges, Merge)
    earlier, known = _given.each("The earlier", earlier, SafeTables), _given.each("What is known", known, TOLD)
    _refuse_odd(tables, merges)
    published = [table for release in earlier for table in release.tables]
    given = [_answered(table.frame, published) for table in tables]
    asked = [
        _rounded(merge(table, [one for one in merges if one.dimension in table.frame.names], only_needed=True))
        for table, before in zip(tables, given, strict=True)
        if before is None
    ]
    besides = [told for release in earlier for told in release.besides]
    read = Published(write_down([*asked, *published], known, besides), seconds)
    try:
        _close(read, len(asked), insiders=insiders)
    except TimedOutError:
        raise RefusedError("The attack on these tables ran out of time, so they cannot be released.") from None
    closed = iter(_as_left(table, number, read) for number, table in enumerate(asked))
    return SafeTables(tuple(before or next(closed) for before in given))


def _refuse_odd(tables: Sequence[Table], merges: Sequence[Merge]) -> None:
    for place, table in enumerate(tables):
        if table.frame in [other.frame for other in tables[:place]]:
            raise BadInput(f"One question of {table.frame.population!r} was asked twice in one release.")
    names = {name for table in tables for name in table.frame.names}
    for one in merges:
        if one.dimension not in names:
            sentence = f"No table has the dimension {one.dimension!r}, so nothing of it can be merged."
            raise UnknownColumn(sentence, column=one.dimension)


def _answered(asked: Frame, published: Sequence[SafeTable]) -> SafeTable | None:
    """The finest answer that was given before."""
    answers = [one for one in published if one.frame.answers(asked)]
    return max(answers, key=lambda one: len(one.cells), default=None)


def _rounded(table: Table) -> SafeTable:
    """The table by the rules that look at nothing else: what is small withheld, the rest rounded."""
    counts = table.extended
    withheld = _with_parts(table.frame, _small(counts))
    cells = zip(counts.ravel(), withheld.ravel(), strict=True)
    return SafeTable(table.frame, tuple(WITHHELD if hidden else rounded(int(count)) for count, hidden in cells))


def _as_left(table: SafeTable, number: int, read: Published) -> SafeTable:
    cells = (WITHHELD if (number, place) in read.withheld else shown for place, shown in enumerate(table.cells))
    return SafeTable(table.frame, tuple(cells))


def _small(counts: Counts) -> Marks:
    small = counts < THRESHOLD
    for axis in range(counts.ndim):
        part = np.take(counts, range(counts.shape[axis] - 1), axis=axis)
        total = np.take(counts, [-1], axis=axis)
        rest_small = np.concatenate([total - part < THRESHOLD, np.zeros_like(total, dtype=bool)], axis=axis)
        small |= rest_small
    return small


def _with_parts(frame: Frame, withheld: Marks) -> Marks:
    """Where a total is withheld its parts are, since a published part would say how much it is at least."""
    for axis in range(len(frame.dimensions)):
        withheld = withheld | np.take(withheld, [-1], axis=axis)
    return withheld


def _close(read: Published, new: int, *, insiders: bool) -> None:
    """Withhold cells of the new tables until nothing is given away. RefusedError when that does not help."""
    everybody = System(read)
    spread: set[int] = set()
    while True:
        leak = next(everybody.leaks(), None)
        if leak is None and insiders:
            leak = next(insider_leaks(everybody, spread), None)
        if leak is None:
            return
        cell, leans_on = leak
        chosen = _smallest(read, new, leans_on)
        if chosen is None:
            raise RefusedError(
                f"Something would be known of {cell.key!r} in {cell.table.frame.population!r}, "
                "even if these tables withheld everything."
            )
        read.withhold(_parts(read.unknowns.cells, chosen))


def _smallest(read: Published, new: int, leans_on: frozenset[Owner]) -> Cell | None:
    """The published cell of the new tables to withhold: the innermost and smallest that the proof leans on.

    A proof that leans on no cell of theirs names nobody, so then every published cell of them may be chosen.
    """
    published = [one for one in read.unknowns.cells if one.owner[0] < new and one.owner not in read.withheld]
    named = [one for one in published if one.owner in leans_on]
    return min(named or published, key=_cost, default=None)


def _cost(cell: Cell) -> tuple[int, int, Owner]:
    shown = 0 if isinstance(cell.shown, Mark) else cell.shown
    return sum(1 for part in cell.key if part is None), shown, cell.owner


def _parts(cells: Sequence[Cell], chosen: Cell) -> list[Owner]:
    """The cell itself and, when it is a total, all that it is made of."""
    return [
        one.owner
        for one in cells
        if one.owner[0] == chosen.owner[0]
        and all(whole in (None, part) for part, whole in zip(one.key, chosen.key, strict=True))
    ]


def persons_changed(previous: Table, following: Table) -> int:
    """At least how many people differ between two tables of one question.

    Shape: both of the same categories. Each person adds to one cell at most and takes from one at most, so it
    is the larger of all that was added and all that was taken; exact when people are only added.
    Errors: BadInput when the tables do not have the same dimensions and categories. Source: counting.
    """
    _refuse_no_tables(previous, following)
    if previous.frame.dimensions != following.frame.dimensions:
        raise BadInput("Only tables with the same dimensions and categories can follow one another.")
    difference = following.inner - previous.inner
    return int(max(difference[difference > 0].sum(), -difference[difference < 0].sum()))


def may_follow(previous: Table, following: Table) -> bool:
    """Whether a cumulative table may be published after the previous one: no change, or 5 people or more.

    Shape and errors: as `persons_changed`, and BadInput when it is another population or one is not cumulative,
    NegativeDuration when the day does not move on, OffTheScale when a count falls. When it may not follow, the
    previous table stays the answer. Source: our own rules for small numbers.
    """
    _refuse_no_tables(previous, following)
    if previous.frame.population != following.frame.population:
        raise BadInput("The tables count two different populations.")
    if previous.frame.until is None or following.frame.until is None:
        raise BadInput("Only cumulative tables, those with a last day, follow one another.")
    if following.frame.until <= previous.frame.until:
        raise NegativeDuration("The following table must be up to a later day.")
    changed = persons_changed(previous, following)
    if (following.inner < previous.inner).any():
        raise OffTheScale("A cumulative count cannot fall.")
    return changed == 0 or changed >= THRESHOLD


def _refuse_no_tables(previous: Table, following: Table) -> None:
    _given.of_kind("The previous table", previous, Table)
    _given.of_kind("The following table", following, Table)
