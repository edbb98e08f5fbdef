"""Protection: Jobcenter Aalborg's exits made safe, merging, withholding, rounding, and what may follow what."""

from datetime import date

import pytest

from progression.disclosure import (
    WITHHELD,
    Category,
    Dimension,
    Frame,
    Known,
    Merge,
    RefusedError,
    SafeTable,
    SafeTables,
    Table,
    attack,
    may_follow,
    merge,
    persons_changed,
    protect,
)

REASONS = (
    "left_by_choice",
    "flexjob",
    "moved_municipality",
    "imprisonment",
    "ordinary_education",
    "ordinary_job",
    "rehabilitation",
    "discharged_by_caseworker",
)
EXITS = Frame("exits from Aalborg", (Dimension.of("reason", REASONS),))
AALBORG = Table(EXITS, (6, 2, 3, 1, 2, 6, 1, 5))
MERGES = (
    Merge("reason", "job eller uddannelse", ("ordinary_job", "ordinary_education")),
    Merge("reason", "anden ordning", ("flexjob", "rehabilitation")),
    Merge("reason", "job, uddannelse eller anden ordning", ("job eller uddannelse", "anden ordning")),
    Merge("reason", "andet", ("moved_municipality", "imprisonment", "discharged_by_caseworker")),
)


def simple(*counts: int, until: date | None = None, population: str = "people") -> Table:
    return Table(Frame(population, (Dimension.of("group", list("abcdefgh"[: len(counts)])),), until), tuple(counts))


@pytest.mark.requirement("R219")
def test_aalborgs_exits_are_merged_rounded_and_stand_an_attack() -> None:
    release = protect([AALBORG], MERGES)
    safe = release.only
    assert safe.frame.dimensions[0].labels == (
        "left_by_choice",
        "job, uddannelse eller anden ordning",
        "andet",
    )
    assert safe.cells == (5, 10, 10, 25)  # 6, 11, 9 and 26
    known = (
        Known("exits from Aalborg", 26),
        Known("exits from Aalborg", 1, where=(("reason", "imprisonment"),), at_least=True),
    )
    assert attack([release]).nothing_recovered
    assert attack([release], known=known).nothing_recovered


@pytest.mark.requirement("R219")
def test_without_merging_most_of_aalborgs_exits_are_withheld() -> None:
    release = protect([AALBORG])
    safe = release.only
    assert safe.cells == (5, WITHHELD, WITHHELD, WITHHELD, WITHHELD, 5, WITHHELD, 5, 25)
    assert attack([release]).nothing_recovered


@pytest.mark.requirement("R219")
def test_a_count_under_five_is_withheld_and_five_is_shown() -> None:
    assert protect([simple(4, 4, 40)]).only.cells == (WITHHELD, WITHHELD, 40, 50)
    assert protect([simple(5, 5, 40)]).only.cells == (5, 5, 40, 50)
    assert protect([simple(0, 9, 40)]).only.cells == (WITHHELD, 10, 40, 50)


@pytest.mark.requirement("R219")
def test_all_but_four_are_as_telling_as_four() -> None:
    assert protect([simple(46, 4)]).only.cells == (WITHHELD, WITHHELD, 50)
    assert protect([simple(45, 5)]).only.cells == (45, 5, 50)


@pytest.mark.requirement("R219")
def test_a_total_under_five_hides_everything() -> None:
    assert protect([simple(3, 1)]).only.cells == (WITHHELD, WITHHELD, WITHHELD)


@pytest.mark.requirement("R219")
def test_where_a_total_is_withheld_its_parts_are() -> None:
    sexes, groups = Dimension.of("sex", ["woman", "man"]), Dimension.of("group", ["a", "b"])
    table = Table(Frame("people", (sexes, groups)), (30, 30, 2, 1))
    safe = protect([table]).only
    assert safe.shown("man", None) is WITHHELD
    assert safe.shown("woman", None) is WITHHELD  # all but three are women
    assert [safe.shown(sex, group) for sex in ("woman", "man") for group in "ab"] == [WITHHELD] * 4
    assert safe.shown(None, "a") == 30


@pytest.mark.requirement("R219")
def test_one_withheld_count_that_the_total_would_tell_takes_a_neighbour_along() -> None:
    table = simple(4, 25, 31)  # 60 - 25 - 31 = 4: rounding alone leaves 0..9, knowing the total leaves 0..4
    known = [Known("people", 60)]
    naive = SafeTable(table.frame, (WITHHELD, 25, 30, 60))
    found = attack([SafeTables((naive,))], known=known)
    assert [(bound.key, bound.low, bound.high) for bound in found.recovered] == [(("a",), 1, 9)]
    assert protect([table], known=known).only.cells == (WITHHELD, WITHHELD, 30, 60)
    assert attack([protect([table], known=known)], known=known).nothing_recovered


def test_primary_and_secondary_bear_the_same_mark() -> None:
    cells = protect([simple(4, 25, 31)], known=[Known("people", 60)]).only.cells
    assert cells[0] is cells[1]


@pytest.mark.requirement("R219")
def test_rounded_counts_that_their_rounded_total_would_pin_are_not_both_shown() -> None:
    """Four times 7 are shown as 5, and 28 as 30: only 7, 7, 7, 7 fits."""
    table = simple(7, 7, 7, 7)
    found = attack([SafeTables((SafeTable(table.frame, (5, 5, 5, 5, 30)),))])
    assert [(bound.key, bound.low, bound.high) for bound in found.pinned] == [
        (("a",), 7, 7),
        (("b",), 7, 7),
        (("c",), 7, 7),
        (("d",), 7, 7),
        ((None,), 28, 28),
    ]
    assert protect([table]).only.cells == (WITHHELD, WITHHELD, 5, 5, 30)


@pytest.mark.requirement("R219")
def test_a_known_total_would_pin_rounded_counts() -> None:
    """12 is shown as 10 and 17 as 15; who knows that they are 29 together knows both."""
    assert protect([simple(12, 17)]).only.cells == (10, 15, 30)
    assert protect([simple(12, 17)], known=[Known("people", 29)]).only.cells == (WITHHELD, WITHHELD, 30)


@pytest.mark.requirement("R219")
def test_a_question_asked_before_gets_the_answer_given_before() -> None:
    first = protect([simple(6, 11, 9)])
    corrected = protect([simple(6, 14, 9)], earlier=[first])
    assert corrected == first


@pytest.mark.requirement("R219")
def test_what_an_earlier_release_showed_is_counted_in() -> None:
    """What was shown as 40 in spring cannot be hidden in summer, so summer withholds no more than spring."""
    spring = protect([simple(4, 40, 41, until=date(2016, 3, 31))])
    assert spring.only.cells == (WITHHELD, 40, 40, 85)
    summer = protect([simple(4, 44, 46, until=date(2016, 6, 30))], earlier=[spring])
    assert attack([summer, spring]).nothing_recovered
    assert summer.only.cells == (WITHHELD, 45, 45, 95)
    alone = SafeTables((SafeTable(summer.only.frame, (WITHHELD, WITHHELD, WITHHELD, 95)),))
    assert [bound.key for bound in attack([alone, spring]).recovered] == [("b",), ("c",)]


def test_what_cannot_be_hidden_is_refused() -> None:
    """An earlier table pins itself; no later table can mend it."""
    pinned = SafeTables((SafeTable(simple(7, 7, 7, 7).frame, (5, 5, 5, 5, 30)),))
    other = Table(Frame("people", (Dimension.of("sex", ["woman", "man"]),)), (14, 14))
    with pytest.raises(RefusedError, match="Something would be known of"):
        protect([other], earlier=[pinned])
    assert protect([other]).only.cells == (15, 15, 30)


def test_a_check_that_runs_out_of_time_refuses() -> None:
    with pytest.raises(RefusedError, match="ran out of time"):
        protect([simple(4, 25, 31)], seconds=0)
    result = attack([protect([simple(4, 25, 31)])], seconds=0)
    assert (result.timed_out, result.nothing_recovered) == (True, False)


def test_tables_of_one_release_are_protected_together() -> None:
    """Four of 60 are withheld in both; alone the second would not know that the first withheld b."""
    total = Known("people", 60)
    sexes = Dimension.of("sex", ["woman", "man"])
    groups = simple(4, 25, 31)
    both = Table(Frame("people", (*groups.frame.dimensions, sexes)), (3, 1, 13, 12, 15, 16))
    apart = [protect([groups], known=[total]), protect([both])]
    assert [bound.key for bound in attack(apart, [total]).recovered][:2] == [("a",), ("b",)]
    release = protect([groups, both], known=[total])
    assert [table.frame for table in release.tables] == [groups.frame, both.frame]
    assert attack([release], [total]).nothing_recovered
    again = protect([both, groups], earlier=[release], known=[total])
    assert again.tables == release.tables[::-1]
    with pytest.raises(ValueError, match="asked twice in one release"):
        protect([groups, simple(4, 25, 31)])
    with pytest.raises(ValueError, match="No table has the dimension 'area'"):
        protect([groups], [Merge("area", "x", ("y",))])


def test_results_are_tables_too() -> None:
    release = protect([simple(4, 25, 31)], known=[Known("people", 60)])
    assert release.to_table().to_pydict() == {
        "table": [0] * 4,
        "population": ["people"] * 4,
        "until": [None] * 4,
        "cell": ["group a", "group b", "group c", "all"],
        "people": [None, None, 30, 60],
    }
    found = attack([release], [Known("people", 60)]).to_table().to_pydict()
    assert (found["cell"], found["low"], found["high"], found["found"]) == (
        ["group a", "group b"],
        [0, 0],
        [32, 32],
        [False, False],
    )


def test_merges_are_made_in_order_and_only_where_needed() -> None:
    table = simple(3, 9, 8, 7)
    small = Merge("group", "a+b", ("a", "b"))
    large = Merge("group", "c+d", ("c", "d"))
    assert merge(table, [small, large]).counts == (12, 15)
    needed = merge(table, [small, large], only_needed=True)
    assert (needed.frame.dimensions[0].labels, needed.counts) == (("a+b", "c", "d"), (12, 8, 7))
    assert needed.frame.dimensions[0].categories[0] == Category("a+b", frozenset("ab"))


def test_a_merge_of_merges_knows_what_they_are_made_of() -> None:
    table = simple(1, 9, 1, 7)
    steps = [
        Merge("group", "b+d", ("b", "d")),
        Merge("group", "a+c", ("a", "c")),
        Merge("group", "all", ("a+c", "b+d")),
    ]
    assert merge(table, steps[:2], only_needed=True).counts == (2, 9, 7)
    assert merge(table, steps, only_needed=True).counts == (18,)


def test_merging_the_second_dimension_leaves_the_first() -> None:
    sexes, groups = Dimension.of("sex", ["woman", "man"]), Dimension.of("group", ["a", "b", "c"])
    table = Table(Frame("people", (sexes, groups)), (1, 2, 3, 10, 20, 30))
    merged = merge(table, [Merge("group", "a+c", ("a", "c"))])
    assert merged.inner.tolist() == [[4, 2], [40, 20]]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (Merge("group", "x", ("a", "z")), "'z' is not a category of 'group'"),
        (Merge("sex", "x", ("a",)), "'a' is not a category of 'sex'"),
        (Merge("group", "b", ("a",)), "'b' is already a category of 'group'"),
        (Merge("group", "x", ()), "names no categories"),
    ],
)
def test_merges_that_mean_nothing_are_refused(wrong: Merge, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        merge(simple(1, 2, 3), [wrong])


def test_a_merge_cuts_no_category_in_two() -> None:
    with pytest.raises(ValueError, match="would cut a category of 'group' in two"):
        merge(simple(1, 2, 3), [Merge("group", "a+b", ("a", "b")), Merge("group", "b+c", ("b", "c"))])


MARCH, JUNE = date(2016, 3, 31), date(2016, 6, 30)


@pytest.mark.requirement("R219")
@pytest.mark.parametrize(
    ("added", "may"), [((0, 0), True), ((1, 0), False), ((2, 2), False), ((3, 2), True), ((0, 9), True)]
)
def test_a_cumulative_table_follows_when_five_people_changed(added: tuple[int, int], may: bool) -> None:
    later = simple(10 + added[0], 20 + added[1], until=JUNE)
    assert may_follow(simple(10, 20, until=MARCH), later) is may


def test_people_who_changed_group_are_counted_once() -> None:
    assert persons_changed(simple(10, 20), simple(13, 17)) == 3
    assert persons_changed(simple(10, 20), simple(13, 22)) == 5


@pytest.mark.parametrize(
    ("previous", "following", "sentence"),
    [
        (simple(1, until=MARCH), simple(1, until=JUNE, population="others"), "two different populations"),
        (simple(1), simple(1, until=JUNE), "Only cumulative tables"),
        (simple(1, until=JUNE), simple(1, until=MARCH), "up to a later day"),
        (simple(9, 1, until=MARCH), simple(1, 9, until=JUNE), "cannot fall"),
        (simple(1, until=MARCH), simple(1, 2, until=JUNE), "the same dimensions and categories"),
    ],
)
def test_what_cannot_follow_is_refused(previous: Table, following: Table, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        may_follow(previous, following)
