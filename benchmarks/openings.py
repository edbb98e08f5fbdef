"""Weakened releases: in each an opening is planted that pencil and paper find, and the attack has to find as well."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from random import Random

from benchmarks.releases import DAYS, PEOPLE
from progression.disclosure import (
    THRESHOLD,
    WITHHELD,
    Category,
    Dimension,
    Frame,
    Key,
    Known,
    Mark,
    Mean,
    SafeTable,
    SafeTables,
    Shown,
    Table,
    attack,
    protect,
    rounded,
)

Ends = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weakened:
    """An honest release, the weakened one, what is known, the cell that is open, and its count between two ends.

    `insider` knows more; `honest` with all of that tells nothing.
    """

    kind: str
    honest: tuple[SafeTables, ...]
    weak: tuple[SafeTables, ...]
    known: tuple[Known, ...]
    frame: Frame
    key: Key
    ends: Ends
    insider: tuple[Known, ...] = ()

    def found(self) -> bool:
        """Whether the attack finds nothing in the honest one, and in the weakened one the right cell, as narrowly."""
        if self.honest and not attack(self.honest, [*self.known, *self.insider]).nothing_recovered:
            return False
        if self.insider and not attack(self.weak, self.known).nothing_recovered:
            return False
        found = attack(self.weak, [*self.known, *self.insider])
        return any(
            (one.frame, one.key) == (self.frame, self.key)
            and one.low >= self.ends[0]
            and one.high is not None
            and one.high <= self.ends[1]
            for one in (*found.recovered, *found.pinned)
        )


def line(*counts: int, until: date | None = None, name: str = "reason") -> Table:
    """A table of one dimension."""
    labels = [f"{name} {place}" for place in range(len(counts))]
    return Table(Frame(PEOPLE, (Dimension.of(name, labels),), until), counts)


def square(rows: Sequence[Sequence[int]]) -> Table:
    """A table of two dimensions."""
    one = Dimension.of("reason", [f"reason {place}" for place in range(len(rows))])
    two = Dimension.of("area", [f"area {place}" for place in range(len(rows[0]))])
    return Table(Frame(PEOPLE, (one, two)), tuple(count for row in rows for count in row))


def carelessly(table: Table) -> SafeTable:
    """Everything rounded and nothing withheld."""
    return SafeTable(table.frame, tuple(max(THRESHOLD, rounded(int(count))) for count in table.extended.ravel()))


def around(shown: Shown) -> Ends | None:
    """What a rounded count can be."""
    return None if isinstance(shown, Mark) else (max(5, shown - 2), shown + 2)


def by_hand(safe: SafeTable, key: Key, axis: int, whole: Ends | None = None) -> Ends | None:
    """A cell as its total less the others of its line, when all of them are shown (or the total is known)."""
    whole = whole or around(safe.shown(*key[:axis], None, *key[axis + 1 :]))
    others = [
        around(safe.shown(*key[:axis], label, *key[axis + 1 :]))
        for label in safe.frame.dimensions[axis].labels
        if label != key[axis]
    ]
    if whole is None or any(one is None for one in others):
        return None
    told = [one for one in others if one is not None]
    return max(0, whole[0] - sum(most for _, most in told)), whole[1] - sum(least for least, _ in told)


def with_cell(safe: SafeTable, key: Key, shown: Shown) -> SafeTable:
    """The table with one cell shown otherwise."""
    cells = list(safe.cells)
    cells[safe.frame.place_of(key)] = shown
    return replace(safe, cells=tuple(cells))


def large(random: Random, many: int) -> list[int]:
    """Counts that may be shown."""
    return [random.randint(7, 45) for _ in range(many)]


def a_neighbour_shown(random: Random) -> Weakened | None:
    """A cell that was withheld for its neighbour's sake is shown after all, in a table of two dimensions."""
    rows = [[random.randint(3, 4), *large(random, 1)], large(random, 2), large(random, 2)]
    table = square(rows)
    honest = protect([table])
    for key in honest.only.frame.keys:
        count = int(table.extended.ravel()[table.frame.place_of(key)])
        if key == ("reason 0", "area 0") or not isinstance(honest.only.shown(*key), Mark) or None in key:
            continue
        weak = with_cell(honest.only, key, rounded(count))
        for axis in (0, 1):
            ends = by_hand(weak, ("reason 0", "area 0"), axis)
            if ends and ends[0] > 0:
                return Weakened(
                    "a neighbour shown",
                    (honest,),
                    (SafeTables((weak,)),),
                    (),
                    table.frame,
                    ("reason 0", "area 0"),
                    ends,
                )
    return None


def a_total_told(random: Random) -> Weakened | None:
    """Somebody says how many there are, to the last one."""
    table = line(random.randint(2, 4), *large(random, random.randint(2, 3)))
    honest = protect([table])
    total = sum(table.counts)
    ends = by_hand(honest.only, ("reason 0",), 0, (total, total))
    weak = replace(honest, besides=(Known(PEOPLE, total),))
    return _one("a total told", honest, weak, table.frame, ends)


def a_quarter_with_few_new(random: Random) -> Weakened | None:
    """One to four came since the last quarter, and the table moves all the same."""
    counts = [random.randint(3, 4), random.randint(5, 9), *large(random, 1)]
    spring = line(*counts, until=DAYS[0])
    new = [5 - counts[0] + random.randint(0, 1), 0, random.randint(0, 1)]
    # What both quarters will show, if the small counts alone are withheld: most draws open nothing.
    guess = rounded(sum(counts)) - rounded(counts[2]) - rounded(counts[1] + new[1]) - 6
    if guess <= 0 or sum(new) >= THRESHOLD:
        return None
    summer = line(*(count + more for count, more in zip(counts, new, strict=True)), until=DAYS[1])
    honest, weak = protect([spring]), protect([summer])
    first, second = around(weak.only.shown("reason 0")), around(weak.only.shown("reason 1"))
    whole, third = around(honest.only.shown(None)), around(honest.only.shown("reason 2"))
    if whole is None or third is None or first is None or second is None:
        return None
    ends = (whole[0] - third[1] - second[1], min(whole[1] - third[0], first[1]))
    return _one("few new people", honest, weak, spring.frame, ends, (honest, weak))


def two_tables_apart(random: Random) -> Weakened | None:
    """Two linked tables, each protected as if the other did not exist."""
    rows = [[random.randint(1, 3), 1], large(random, 2), large(random, 2)]
    table = square(rows)
    margin = Table(Frame(PEOPLE, table.frame.dimensions[:1]), tuple(sum(row) for row in rows))
    total = Known(PEOPLE, sum(margin.counts))
    first, second = protect([margin], known=[total]), protect([table])
    shown = [second.only.shown(f"reason {place}", None) for place in (1, 2)]
    told = [one for one in map(around, shown) if one is not None]
    if len(told) < 2 or not isinstance(first.only.shown("reason 0"), Mark):
        return None
    ends = (total.count - sum(most for _, most in told), total.count - sum(least for least, _ in told))
    honest = protect([margin, table], known=[total])
    return _one("linked tables apart", honest, first, margin.frame, ends, (first, second), (total,))


def regions_apart(random: Random) -> Weakened | None:
    """Municipalities and their regions, each protected alone."""
    table = line(random.randint(2, 4), *large(random, 3), name="municipality")
    places = table.frame.dimensions[0].labels
    lines = tuple(Category(f"region {at}", frozenset(places[2 * at : 2 * at + 2])) for at in range(2))
    frame = Frame(PEOPLE, (Dimension("municipality", lines),))
    region = Table(frame, (sum(table.counts[:2]), sum(table.counts[2:])))
    fine, coarse = protect([table]), protect([region])
    whole, other = around(coarse.only.shown("region 0")), around(fine.only.shown(places[1]))
    if whole is None or other is None:
        return None
    ends = (whole[0] - other[1], whole[1] - other[0])
    return _one("regions apart", protect([table, region]), fine, table.frame, ends, (fine, coarse))


def the_rest_forgotten(random: Random) -> Weakened | None:
    """All but a few are in one category, and it is shown."""
    table = line(random.randint(1, 4), random.randint(20, 60))
    honest = protect([table])
    weak = with_cell(honest.only, ("reason 1",), rounded(table.counts[1]))
    ends = by_hand(weak, ("reason 0",), 0)
    return _one("n - x forgotten", honest, SafeTables((weak,)), table.frame, ends)


def a_mean_of_twenty(random: Random) -> Weakened | None:
    """The mean of a score that has two values, of as many people as all know: it is a count in disguise."""
    few, people = random.randint(1, 4), random.randint(20, 60)
    low, high = random.randint(0, 4), random.randint(6, 10)
    table = line(few, people - few)
    known = (Known(PEOPLE, people),)
    honest = protect([table], known=known)
    mean = Fraction(low * few + high * (people - few), people)
    within = Fraction(random.choice([0, 1]), 200)
    shown = Fraction(round(mean * 100), 100) if within else mean
    weak = replace(honest, besides=(Mean(PEOPLE, "reason", (("reason 0", low), ("reason 1", high)), shown, within),))
    return _one("a mean of few", honest, weak, table.frame, (few, few), None, known)


def rounding_that_pins(random: Random) -> Weakened | None:
    """Four counts that all end on 2 or 7 (or 3 or 8): rounded with their total only they fit."""
    end = random.choice([2, 3])
    table = line(*(5 * random.randint(1, 8) + end for _ in range(4)))
    honest = protect([table])
    ends = (table.counts[0], table.counts[0])
    return _one("rounding that pins", honest, SafeTables((carelessly(table),)), table.frame, ends)


def a_grant_forgotten(random: Random) -> Weakened | None:
    """The grant says how many there are, and nobody told the protection."""
    end = random.choice([2, 3])
    table = line(*(5 * random.randint(1, 8) + end for _ in range(random.choice([2, 3]))))
    known = (Known(PEOPLE, sum(table.counts)),)
    weak, honest = protect([table]), protect([table], known=known)
    ends = (table.counts[0], table.counts[0])
    return _one("a grant forgotten", honest, weak, table.frame, ends, None, known)


def an_insider_forgotten(random: Random) -> Weakened | None:
    """A square of four is withheld by hand, and the size of one area is known: she counts on to the corner across."""
    corner = [[random.randint(1, 4), random.randint(1, 9)], [random.randint(1, 4), random.randint(1, 9)]]
    table = square([[*corner[0], random.randint(10, 40)], [*corner[1], random.randint(10, 40)], large(random, 3)])
    if min(*map(sum, corner), *map(sum, zip(*corner, strict=True))) < THRESHOLD:
        return None
    safe = carelessly(table)
    for row, column in ((0, 0), (0, 1), (1, 0), (1, 1)):
        safe = with_cell(safe, (f"reason {row}", f"area {column}"), WITHHELD)
    many = int(table.inner[:, 0].sum())
    known = (Known(PEOPLE, many, (("area", "area 0"),)),)
    second, first = _left(safe, 0, 1), _left(safe, 1, 0, (many, many))
    # Across from her: its row, less what her column can hold beside her.
    low = second[0] - (first[1] - 1) if second and first else 0
    weak = SafeTables((safe,))
    if low != 1 or second is None or not attack([weak], known).nothing_recovered:
        return None
    own = Known(PEOPLE, 1, (("reason", "reason 0"), ("area", "area 0")), at_least=True)
    key, ends = ("reason 1", "area 1"), (low, second[1])
    return Weakened(
        "an insider forgotten", (protect([table], known=known),), (weak,), known, table.frame, key, ends, (own,)
    )


def _shown(safe: SafeTable, row: int, column: int) -> Shown:
    return safe.shown(f"reason {row}", f"area {column}")


def _left(safe: SafeTable, axis: int, place: int, told: Ends | None = None) -> Ends | None:
    """What the two withheld counts of a row (axis 0) or column of the square can be together."""
    key: tuple[str | None, str | None] = (f"reason {place}", None) if axis == 0 else (None, f"area {place}")
    other = _shown(safe, place, 2) if axis == 0 else _shown(safe, 2, place)
    whole, rest = told or around(safe.shown(*key)), around(other)
    if whole is None or rest is None:
        return None
    return max(5, whole[0] - rest[1]), whole[1] - rest[0]


def _one(
    kind: str,
    honest: SafeTables,
    weak: SafeTables,
    frame: Frame,
    ends: Ends | None,
    together: tuple[SafeTables, ...] | None = None,
    known: tuple[Known, ...] = (),
) -> Weakened | None:
    """A weakened release whose first cell is open, if pencil and paper say so."""
    if ends is None or ends[0] <= 0:
        return None
    return Weakened(kind, (honest,), together or (weak,), known, frame, (frame.keys[0][0],), ends)


PLANTS: tuple[Callable[[Random], Weakened | None], ...] = (
    a_neighbour_shown,
    a_total_told,
    a_quarter_with_few_new,
    two_tables_apart,
    regions_apart,
    the_rest_forgotten,
    a_mean_of_twenty,
    rounding_that_pins,
    a_grant_forgotten,
    an_insider_forgotten,
)


def planted(seed: int) -> Weakened:
    """The weakened release of a seed, always the same: drawn until pencil and paper find the opening."""
    random = Random(seed)
    while True:
        one = PLANTS[seed % len(PLANTS)](random)
        if one is not None:
            return one
