"""Several items, one person's answers, and change of many people: R's numbers and what cannot be computed."""

import numpy as np
import pytest

from progression import errors
from progression.change import paired
from progression.descriptive import crosstab, distribution, durations
from progression.reliability import cronbach_alpha, icc, item_rest
from tests.progression.expected import EXPECTED, GROWTH, ORACLES, apart, columns

ATTITUDE = ORACLES / "attitude.csv"
ITEMS = ["rating", "complaints", "privileges", "learning", "raises", "critical", "advance"]


def test_alpha_and_each_item_are_those_of_psych() -> None:
    found, r = cronbach_alpha(ATTITUDE, ITEMS), EXPECTED["alpha"]
    ours = [found.alpha.value, found.alpha.se, found.standardised, found.average_r]
    assert apart(ours, [r["alpha"], r["se"], r["standardised"], r["average_r"]]) < 1e-12
    items = item_rest(ATTITUDE, ITEMS)
    assert list(items) == ITEMS
    assert apart([one.rest for one in items.values()], r["rest"]) < 1e-12
    assert apart([one.alpha_without or 0 for one in items.values()], r["dropped"]) < 1e-12


def test_alpha_of_a_table_is_that_of_its_rows() -> None:
    table = {"a": [2, 4, 5, None, 7], "b": [3, 4, 6, 6, 6], "c": [2, 5, 6, 8, 8]}
    exact = cronbach_alpha([(2, 3, 2), (4, 4, 5), (5, 6, 6), (7, 6, 8)])
    found = cronbach_alpha(table, ["a", "b", "c"])
    assert found.alpha.value == pytest.approx(float(exact.alpha or 0), rel=1e-14)
    assert (found.n, found.missing.left_out, found.missing.by_column) == (4, 1, {"a": 1})
    with pytest.raises(errors.NotSeparable, match="Column 'c' holds the same in every row"):
        cronbach_alpha({**table, "c": [5] * 5}, ["a", "b", "c"])
    with pytest.raises(errors.TooFew, match="at least two items"):
        cronbach_alpha(table, ["a"])


def test_the_share_between_people_is_psychs() -> None:
    r = EXPECTED["icc"]
    ratings = np.array(r["ratings"])
    long = {"value": ratings.ravel(), "person": np.repeat(np.arange(6), 4)}
    found = icc(long, "value", "person")
    assert apart([found.icc.value, found.icc.low, found.icc.high], [r["value"], r["low"], r["high"]]) < 1e-9
    assert found.icc.p == pytest.approx(r["p"], rel=1e-9)
    assert found.size == 4
    with pytest.raises(errors.TooFew, match="6 answers of 6 people say nothing"):
        icc({"value": range(6), "person": range(6)}, "value", "person")
    with pytest.raises(errors.NotSeparable, match="'value' holds the same"):
        icc({**long, "value": [3] * 24}, "value", "person")
    assert icc({**long, "value": long["person"]}, "value", "person").icc.value == 1


def test_change_from_first_to_last_is_that_of_the_paired_t_test() -> None:
    found, r = paired(GROWTH, "score", "person", "months"), EXPECTED["change"]
    ours = [found.mean.value, found.mean.se, found.mean.low, found.mean.high, found.mean.p]
    assert apart(ours, [r["mean"], r["se"], r["low"], r["high"], r["p"]]) < 1e-10
    assert (found.effect, found.effect_z) == pytest.approx((r["d"], r["dz"]), rel=1e-12)
    assert (found.n, found.n + found.alone, found.reliable) == (r["n"], 150, None)
    assert found.bootstrap == pytest.approx((r["low"], r["high"]), abs=0.1 * r["se"] + 0.02)


def test_the_interval_by_clusters_is_wider_where_clusters_move_together() -> None:
    person = np.repeat(np.arange(200), 2)
    place = person // 20
    score = 5 + (person % 2) + np.tile([0, 1], 200) * (place % 5)
    table = {"person": person, "months": np.tile([0, 6], 200), "score": score, "place": place}
    alone, together = (paired(table, "score", "person", "months", cluster=cluster) for cluster in (None, "place"))
    assert alone.mean == together.mean
    assert np.diff(together.bootstrap) > 2 * np.diff(alone.bootstrap)
    assert together == paired(table, "score", "person", "months", cluster="place")


def test_reliable_change_counts_who_moved_by_more_than_noise() -> None:
    before = {"a": [2, 4, 6, 8, 5], "b": [2, 5, 6, 8, 4]}
    after = {"a": [7, 4, 6, 3, 5], "b": [7, 5, 5, 3, 5]}
    table = {name: before[name] + after[name] for name in "ab"}
    table |= {"person": [*range(5), *range(5)], "months": [0] * 5 + [6] * 5}
    found = paired(table, ["a", "b"], "person", "months")
    assert found.reliable is not None
    shares = found.reliable
    assert (shares.improved, shares.worsened, shares.unchanged, shares.of) == (1, 1, 3, 5)
    assert shares.alpha == pytest.approx(
        float(cronbach_alpha(list(zip(before["a"], before["b"], strict=True))).alpha or 0)
    )
    unsure = paired(table, ["a", "b"], "person", "months", reliability=0.1).reliable
    assert unsure is not None
    assert (unsure.improved, unsure.worsened) == (0, 0)
    with pytest.raises(errors.DuplicatedOccasion, match="Column 'months', row 6: the person has two rows at 0"):
        paired({**table, "months": [0] * 6 + [6] * 4}, "a", "person", "months")


def test_distributions_by_group_count_what_is_missing() -> None:
    whole = distribution(GROWTH, "months").whole
    assert [whole.lower, whole.median, whole.upper] == EXPECTED["quantiles"]
    table = {"place": ["b", "a", "b", "b", None], "sex": [1, 1, 1, 2, 2], "months": [4, 3, 8, None, 7]}
    found = distribution(table, "months", by=["place", "sex"])
    assert list(found.groups) == [("a", 1), ("b", 1), ("b", 2)]
    one, two, none = found.groups.values()
    assert (one.n, one.mean, one.median, one.sd) == (1, None, 3, None)
    assert (two.n, two.median, two.lower) == (2, 6, 5)
    assert two.sd == pytest.approx(8**0.5)
    assert two.mean is not None
    assert (two.mean.value, two.mean.se) == pytest.approx((6, 2))
    assert (none.n, none.missing, none.median) == (0, 1, None)
    assert (found.missing.left_out, found.missing.by_column) == (1, {"months": 1, "place": 1})
    assert found.to_table().to_pydict()["mean"] == [None, 6.0, None]
    with pytest.raises(errors.NegativeDuration, match=r"Column 'months', row 2: -3\.0 is before the beginning"):
        durations({**table, "months": [4, -3, 8, None, 7]}, "months")
    with pytest.raises(errors.EmptyGroup, match="No row has a group"):
        distribution({**table, "place": [None] * 5}, "months", by="place")


def test_crossed_counts_are_rs() -> None:
    found, r = crosstab(GROWTH, "municipality", "better"), EXPECTED["cross"]
    assert [list(line) for line in found.counts] == r["counts"]
    assert (found.chi_squared, found.df, found.p) == pytest.approx((r["chi"], r["df"], r["p"]), rel=1e-12)
    assert found.cramers_v == pytest.approx((r["chi"] / sum(map(sum, r["counts"]))) ** 0.5)
    with pytest.raises(errors.TooFew, match="Column 'better' holds one label only"):
        crosstab({**columns("growth.csv"), "better": [1] * len(columns("growth.csv")["score"])}, "age", "better")
