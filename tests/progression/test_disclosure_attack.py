"""The attack: its bounds are those of trying every table there could be, and published tables stand it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import product
from math import prod

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from progression.disclosure import (
    WITHHELD,
    Bound,
    Category,
    Dimension,
    Findings,
    Frame,
    Known,
    Mark,
    Mean,
    RefusedError,
    SafeTable,
    SafeTables,
    Shown,
    Table,
    Told,
    attack,
    may_follow,
    protect,
    tabulate,
)

SLOW = settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.too_slow])
SMALL_OR_NOT = st.one_of(st.integers(0, 9), st.integers(0, 45))
MOST = 16
"""The oracle tries every count from 0 to this."""
DAYS = (date(2016, 3, 31), date(2016, 6, 30), date(2016, 9, 30))


def frame(*sizes: int, population: str = "people", until: date | None = None) -> Frame:
    dimensions = tuple(
        Dimension.of(f"d{axis}", [f"{axis}{place}" for place in range(size)]) for axis, size in enumerate(sizes)
    )
    return Frame(population, dimensions, until)


def tables(*sizes: int, counts: st.SearchStrategy[int] = SMALL_OR_NOT) -> st.SearchStrategy[Table]:
    cells = prod(sizes)
    return st.lists(counts, min_size=cells, max_size=cells).map(lambda row: Table(frame(*sizes), tuple(row)))


def totals(inner: npt.NDArray[np.int64]) -> dict[tuple[int | None, ...], npt.NDArray[np.int64]]:
    """Every sum of an array of whole tables, by plain loops: the first axis runs over the tables."""
    found = {}
    for key in product(*((*range(size), None) for size in inner.shape[1:])):
        part = inner
        for axis, place in reversed(list(enumerate(key, start=1))):
            part = part.sum(axis=axis) if place is None else part.take(place, axis=axis)
        found[key] = part
    return found


@cache
def every_total(shape: tuple[int, ...]) -> dict[tuple[int | None, ...], npt.NDArray[np.int64]]:
    every = np.array(list(product(range(MOST + 1), repeat=prod(shape))))
    return totals(every.reshape(-1, *shape))


def possible(safe: SafeTable) -> dict[tuple[int | None, ...], npt.NDArray[np.int64]]:
    """All tables with counts up to MOST that would be shown like this one, as their cells and sums."""
    sums = every_total(tuple(len(dimension.categories) for dimension in safe.frame.dimensions))
    fits = np.ones((MOST + 1) ** prod(len(one.categories) for one in safe.frame.dimensions), dtype=bool)
    for (key, value), shown in zip(sums.items(), safe.cells, strict=True):
        if isinstance(shown, Mark):
            continue
        fits &= (value >= 5) & (abs(value - shown) <= 2)
        for axis, part in enumerate(key):
            if part is not None:
                group = sums[(*key[:axis], None, *key[axis + 1 :])]
                fits &= group - value >= 5
    return {key: value[fits] for key, value in sums.items()}


def bounds_by_trying(safe: SafeTable) -> list[tuple[int, int]]:
    every = possible(safe)
    return [
        (int(value.min()), int(value.max()))
        for value, shown in zip(every.values(), safe.cells, strict=True)
        if shown is WITHHELD
    ]


def attacked(*tables: SafeTable, known: Sequence[Told] = ()) -> Findings:
    """The attack on tables that were released together, or one after another: it reads all of them at once."""
    return attack([SafeTables(tables)], known)


def ends(bounds: tuple[Bound, ...]) -> list[tuple[int, int | None]]:
    return [(bound.low, bound.high) for bound in bounds]


def carelessly(table: Table, hidden: list[bool]) -> SafeTable:
    """Withhold small counts and a few more, but look at no neighbours: what the attack is there to catch."""
    counts = table.extended
    small = counts < 5
    for axis in range(counts.ndim):
        rest = counts.take([-1], axis=axis) - counts
        small |= (rest < 5) & (np.indices(counts.shape)[axis] < counts.shape[axis] - 1)
    cells = zip(counts.ravel(), small.ravel(), hidden, strict=True)
    return SafeTable(
        table.frame,
        tuple(WITHHELD if is_small or also else int((count + 2) // 5 * 5) for count, is_small, also in cells),
    )


@SLOW
@given(st.data())
@pytest.mark.parametrize("sizes", [(2,), (3,), (2, 2)])
def test_the_bounds_are_those_of_trying_every_table(sizes: tuple[int, ...], data: st.DataObject) -> None:
    cells = prod(size + 1 for size in sizes)
    inner = range(prod(sizes))
    people = data.draw(st.lists(st.sampled_from(inner), min_size=5, max_size=MOST - 4))
    table = Table(frame(*sizes), tuple(people.count(place) for place in inner))
    hidden = data.draw(st.lists(st.booleans(), min_size=cells - 1, max_size=cells - 1))
    safe = carelessly(table, [*hidden, False])
    result = attacked(safe)
    assert ends(result.withheld) == bounds_by_trying(safe)
    assert {bound.key for bound in result.recovered} == {
        bound.key for bound in result.withheld if bound.low > 0 or (bound.high or 0) - bound.low < 5
    }
    alone = {key for key, value in possible(safe).items() if value.min() == value.max()}
    shown = {key for key, cell in zip(possible(safe), safe.cells, strict=True) if cell is not WITHHELD}
    assert len(result.pinned) == len(alone & shown)


def test_withholding_without_looking_at_neighbours_is_caught() -> None:
    """The point of the attack: 60 people, and two hidden counts in one column that the rows tell."""
    table = Table(frame(2, 3), (4, 13, 13, 9, 13, 8))
    careless = carelessly(table, [False] * 12)
    assert careless.cells == (WITHHELD, 15, 15, 30, WITHHELD, 15, 10, 30, 15, 25, 20, 60)
    assert ends(attacked(careless).recovered) == [(2, 6), (7, 11)]
    assert attacked(protect([table]).only).nothing_recovered


def test_nothing_published_bounds_nothing() -> None:
    nothing = SafeTable(frame(2), (WITHHELD, WITHHELD, WITHHELD))
    result = attacked(nothing)
    assert ends(result.withheld) == [(0, None)] * 3
    assert result.nothing_recovered


def test_two_tables_of_the_same_people_are_attacked_together() -> None:
    """One withholds how many women there are, the other shows it."""
    sex, area = Dimension.of("sex", ["woman", "man"]), Dimension.of("area", ["health", "social"])
    by_sex = SafeTable(Frame("people", (sex,)), (WITHHELD, WITHHELD, 35))
    both = SafeTable(Frame("people", (sex, area)), (10, 15, 25, WITHHELD, WITHHELD, WITHHELD, 15, 20, 35))
    assert attacked(by_sex).nothing_recovered
    assert ends(attacked(by_sex, both).withheld)[:2] == [(23, 27), (10, 14)]
    assert [bound.key for bound in attacked(by_sex, both).recovered][:2] == [("woman",), ("man",)]
    other = SafeTable(Frame("other people", (sex, area)), both.cells)
    assert ends(attacked(by_sex, other).withheld)[:2] == [(0, 37), (0, 37)]


def test_a_later_release_can_tell_what_an_earlier_one_withheld() -> None:
    spring = SafeTable(frame(3, until=DAYS[0]), (WITHHELD, WITHHELD, 40, 50))
    slow = SafeTable(frame(3, until=DAYS[1]), (5, 5, 40, 50))
    summer = SafeTable(frame(3, until=DAYS[1]), (5, 5, 45, 55))
    assert attacked(spring).nothing_recovered
    assert ends(attacked(spring).withheld) == [(0, 14), (0, 14)]
    assert ends(attacked(slow, spring).recovered) == [(1, 7), (1, 7)]
    assert ends(attacked(summer, spring).withheld) == [(0, 7), (0, 7)]
    assert attacked(summer, spring).nothing_recovered
    winter = SafeTable(frame(3, until=DAYS[2]), (WITHHELD, WITHHELD, 45, 60))
    late = attacked(winter, spring, summer)
    assert ends(late.recovered) == [(5, 14), (5, 14)]


def test_an_insiders_own_case_is_no_discovery_but_the_others_are_hidden() -> None:
    safe = SafeTable(frame(3), (WITHHELD, WITHHELD, 40, 50))
    own = Known("people", 1, where=(("d0", "00"),), at_least=True)
    result = attacked(safe, known=[own])
    assert ends(result.withheld) == [(1, 14), (0, 13)]
    assert result.nothing_recovered
    every = Known("people", 3, where=(("d0", "00"),))
    told = attacked(safe, known=[every])
    assert ends(told.withheld) == [(3, 3), (3, 11)]
    assert [bound.key for bound in told.recovered] == [("01",)]


def test_a_mean_is_a_count_in_disguise() -> None:
    """3 of 24 said 2, the others 9: the mean, to two decimals and with the number known, says so."""
    hidden = SafeTable(frame(2), (WITHHELD, WITHHELD, 25))
    told = Mean("people", "d0", (("00", 2), ("01", 9)), Fraction(813, 100), within=Fraction(1, 200))
    total = Known("people", 24)
    assert attacked(hidden, known=[total]).nothing_recovered
    assert ends(attack([SafeTables((hidden,), besides=(told,))], [total]).recovered) == [(3, 3), (21, 21)]
    assert ends(attack([SafeTables((hidden,), besides=(total,))]).withheld) == [(0, 24), (0, 24)]
    with pytest.raises(ValueError, match="No table of 'people' has 'x' in 'd0'"):
        attacked(hidden, known=[replace(told, scores=(("x", 2),))])
    with pytest.raises(ValueError, match="A mean needs scores"):
        replace(told, scores=())


def test_who_came_between_two_days_is_known_to_whoever_came() -> None:
    """She who came to 00 in summer knows of the others that there was one fewer, then and before."""
    spring = SafeTable(frame(3, until=DAYS[0]), (WITHHELD, WITHHELD, 40, 50))
    summer = SafeTable(frame(3, until=DAYS[1]), (WITHHELD, WITHHELD, 45, 55))
    own = Known("people", 1, (("d0", "00"),), DAYS[1], at_least=True, since=DAYS[0])
    assert ends(attacked(summer, spring, known=[own]).withheld) == [(1, 14), (0, 13), (0, 13), (0, 13)]


def test_known_counts_that_nothing_fits_are_refused() -> None:
    safe = SafeTable(frame(2), (10, 15, 25))
    assert attacked(safe, known=[Known("people", 26)]).nothing_recovered
    with pytest.raises(ValueError, match="contradict one another"):
        attacked(safe, known=[Known("people", 40)])
    with pytest.raises(ValueError, match="No table counts the population 'cats'"):
        attacked(safe, known=[Known("cats", 40)])
    with pytest.raises(ValueError, match="No table of 'people' has 'x' in 'd0'"):
        attacked(safe, known=[Known("people", 4, where=(("d0", "x"),))])
    with pytest.raises(ValueError, match="No table of this population is up to 2016-03-31"):
        attacked(safe, known=[Known("people", 26, until=DAYS[0])])
    with pytest.raises(ValueError, match="-1 is below 0"):
        Known("people", -1)


def in_two(label: str, pair: str, alone: str, *cells: Shown) -> SafeTable:
    """Three groups of people in two categories, one of which holds two of the groups."""
    categories = (Category(label, frozenset(pair)), Category(alone, frozenset(alone)))
    return SafeTable(Frame("people", (Dimension("group", categories),)), cells)


def test_people_come_whole_so_the_bounds_are_tighter_than_the_linear_programme_says() -> None:
    """Each pair of groups is 13 to 17 people. Halves would allow 19.5 to 25.5 people in all."""
    release = [
        in_two("a+b", "ab", "c", 15, WITHHELD, WITHHELD),
        in_two("b+c", "bc", "a", 15, WITHHELD, WITHHELD),
        in_two("a+c", "ac", "b", 15, WITHHELD, WITHHELD),
    ]
    everybody = [bound for bound in attacked(*release).withheld if bound.key == (None,)]
    assert ends(tuple(everybody)) == [(20, 25)] * 3


def test_tables_that_cannot_be_read_together_are_refused() -> None:
    safe = SafeTable(frame(2), (10, 15, 25))
    with pytest.raises(ValueError, match="'x' of 'group' means two things in two tables"):
        attacked(in_two("x", "ab", "c", 10, 15, 25), in_two("x", "bc", "a", 10, 15, 25))
    with pytest.raises(ValueError, match="cumulative in one table and not in another"):
        attacked(safe, SafeTable(frame(2, until=DAYS[0]), (10, 15, 25)))
    with pytest.raises(ValueError, match="too many to check"):
        attacked(SafeTable(frame(20_001), (5,) * 20_002))


def shown_by_the_rules(table: Table, safe: SafeTable) -> bool:
    """Whether each shown count is the true one rounded, at least 5, with at least 5 in the rest of its groups."""
    sums = totals(table.inner[np.newaxis])
    for (key, value), shown in zip(sums.items(), safe.cells, strict=True):
        count = int(value[0])
        rests = [
            int(sums[(*key[:axis], None, *key[axis + 1 :])][0]) - count
            for axis, part in enumerate(key)
            if part is not None
        ]
        if shown is not WITHHELD and (shown != 5 * round(count / 5) or min([count, *rests]) < 5):
            return False
    return True


def publish(asked: list[Table], known: list[Known] | None = None) -> tuple[list[SafeTables], Findings]:
    """Publish tables one after another, and attack them all; what is refused is not published."""
    published: list[SafeTables] = []
    for table in asked:
        try:
            published.append(protect([table], earlier=published, known=known or []))
        except RefusedError:
            continue
        assert shown_by_the_rules(table, published[-1].only)
    return published, attack(published, known if known and published else [])


@pytest.mark.requirement("R219")
@SLOW
@given(st.data())
@pytest.mark.parametrize("sizes", [(2,), (3,), (5,), (2, 3), (3, 4), (2, 2, 2)])
def test_published_tables_stand_an_attack(sizes: tuple[int, ...], data: st.DataObject) -> None:
    table = data.draw(tables(*sizes))
    published, result = publish([table])
    assert len(published) == 1
    assert result.nothing_recovered


@pytest.mark.requirement("R219")
@SLOW
@given(tables(4), st.integers(0, 3))
def test_published_tables_stand_an_attack_that_knows_the_total_and_a_case(table: Table, own: int) -> None:
    known = [Known("people", sum(table.counts))]
    if table.counts[own]:
        known.append(Known("people", 1, where=(("d0", f"0{own}"),), at_least=True))
    _, result = publish([table], known)
    assert result.nothing_recovered


@pytest.mark.requirement("R219")
@SLOW
@given(tables(3), st.lists(st.tuples(*[st.integers(0, 8)] * 3), min_size=1, max_size=2))
def test_a_sequence_of_releases_stands_an_attack(first: Table, added: list[tuple[int, ...]]) -> None:
    series = [Table(frame(3, until=DAYS[0]), first.counts)]
    for day, more in zip(DAYS[1:], added, strict=False):
        counts = tuple(count + new for count, new in zip(series[-1].counts, more, strict=True))
        following = Table(frame(3, until=day), counts)
        if may_follow(series[-1], following):
            series.append(following)
    _, result = publish(series)
    assert result.nothing_recovered


@pytest.mark.requirement("R219")
@FEW
@given(tables(2, 3, 2, counts=st.integers(0, 14)))
def test_many_tables_of_the_same_people_stand_an_attack(people: Table) -> None:
    inner, names = people.inner, people.frame.dimensions
    asked = [
        Table(Frame("people", tuple(names[axis] for axis in kept)), tuple(map(int, counts.ravel())))
        for kept, counts in [
            ((0, 1), inner.sum(axis=2)),
            ((1, 2), inner.sum(axis=0)),
            ((0, 2), inner.sum(axis=1)),
            ((1,), inner.sum(axis=(0, 2))),
        ]
    ]
    published, result = publish(asked)
    assert len(published) >= 1
    assert result.nothing_recovered


@FEW
@given(st.data())
@pytest.mark.parametrize("order", [sorted, list, reversed])
def test_the_order_of_the_people_says_nothing(
    order: Callable[[list[tuple[str, str]]], list[tuple[str, str]]], data: st.DataObject
) -> None:
    pairs = st.tuples(st.sampled_from(["00", "01"]), st.sampled_from(["10", "11", "12"]))
    people = data.draw(st.lists(pairs, min_size=1, max_size=60))
    ordered = list(order(people))

    def table(rows: list[tuple[str, str]]) -> Table:
        return tabulate(frame(2, 3), {"d0": [row[0] for row in rows], "d1": [row[1] for row in rows]})

    assert protect([table(ordered)]) == protect([table(people)])
