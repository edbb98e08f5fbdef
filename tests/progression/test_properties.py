"""Every function of the table: in another order, under other names, with nothing in it, with a column that never varies."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from math import isnan
from typing import Any, Final

import numpy as np
import pytest

from progression import errors
from progression.associations import (
    cluster_profiles,
    clusters,
    correlation,
    factor_analysis,
    parallel_analysis,
)
from progression.change import paired
from progression.descriptive import crosstab, distribution, durations
from progression.flows import cox, cumulative_incidence, kaplan_meier, transitions
from progression.regression import logit, ols
from progression.reliability import cronbach_alpha, icc, item_rest

ITEMS = ["a", "b", "c", "d"]
Table = dict[str, Any]


def people() -> Table:
    """Ninety made-up people with two occasions each, from three places."""
    random = np.random.default_rng(8)
    person, months = np.repeat(np.arange(90), 2), np.tile([0, 6], 90)
    trust = random.normal(size=90)[person]
    table: Table = {name: np.rint(5 + 2 * trust + random.normal(0, 1.2, 180)).astype(int) for name in ITEMS}
    table |= {"person": person, "months": months, "place": np.array(["x", "y", "z"])[person % 3]}
    table |= {"age": random.integers(20, 60, 90)[person], "stay": random.integers(1, 40, 180)}
    table |= {"reason": random.choice(["job", "", "moved"], 180), "better": (random.random(180) < 0.5).astype(int)}
    return table


CASES: Final[dict[str, Callable[[Table], Any]]] = {
    "crosstab": lambda table: crosstab(table, "place", "reason"),
    "distribution": lambda table: distribution(table, "a", by="place"),
    "durations": lambda table: durations(table, "stay", by="place"),
    "cronbach_alpha": lambda table: cronbach_alpha(table, ITEMS),
    "item_rest": lambda table: item_rest(table, ITEMS),
    "icc": lambda table: icc(table, "a", "person"),
    "pearson": lambda table: correlation(table, ITEMS),
    "spearman": lambda table: correlation(table, ITEMS, method="spearman"),
    "ml": lambda table: factor_analysis(table, ITEMS, 1, method="ml", rotation="varimax"),
    "minres": lambda table: factor_analysis(table, ITEMS, 1, method="minres", rotation="oblimin"),
    "parallel_analysis": lambda table: parallel_analysis(table, ITEMS, draws=50),
    "kmeans": lambda table: clusters(table, ITEMS, 2),
    "ward": lambda table: clusters(table, ITEMS, 2, method="ward"),
    "profiles": lambda table: cluster_profiles(clusters(table, ITEMS, 2), table, ["age"]),
    "paired": lambda table: paired(table, ["a", "b"], "person", "months", cluster="place"),
    "ols": lambda table: ols(table, "a", ["months", "age"], cluster="place", errors="CR2"),
    "logit": lambda table: logit(table, "better", ["months", "age"], cluster="place"),
    "kaplan_meier": lambda table: kaplan_meier(table, "stay", "reason", by="place"),
    "cumulative_incidence": lambda table: cumulative_incidence(table, "stay", "reason", by="place"),
    "cox": lambda table: cox(table, "stay", "reason", ["age"], of="job"),
    "transitions": lambda table: transitions(table, "person", "months", "place"),
}


def rows(result: Any) -> list[tuple[Any, ...]]:
    """The result as its own table, in an order that does not hang on names."""
    columns = result.to_table().to_pydict()
    return [tuple(column[place] for column in columns.values()) for place in range(len(next(iter(columns.values()))))]


def alike(one: list[tuple[Any, ...]], other: list[tuple[Any, ...]]) -> bool:
    return all(
        mine == theirs or mine == pytest.approx(theirs, rel=1e-9, abs=1e-12)
        for line, beside in zip(one, other, strict=True)
        for mine, theirs in zip(line, beside, strict=True)
    )


def shuffled(table: Table) -> Table:
    order = np.random.default_rng(5).permutation(180)
    return {name: column[order] for name, column in table.items()}


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_rows_says_nothing(case: str) -> None:
    assert alike(rows(CASES[case](people())), rows(CASES[case](shuffled(people()))))


@pytest.mark.parametrize("case", CASES)
def test_other_names_for_places_and_people_say_nothing(case: str) -> None:
    """Names that stand in another order, so that the groups do too."""
    table = people()
    renamed = {**table, "place": np.array([{"x": 3, "y": 1, "z": 2}[one] for one in table["place"]])}
    renamed["person"] = np.array([f"p{(7 * one) % 90:02}" for one in table["person"]])
    numbers = [
        sorted(
            tuple(round(part, 9) for part in line if isinstance(part, float) and not isnan(part))
            for line in rows(one)
        )
        for one in (CASES[case](table), CASES[case](renamed))
    ]
    if case == "paired":
        # Clusters are drawn by their place in the order, so the interval is another draw; the rest is the same.
        assert CASES[case](table).mean == CASES[case](renamed).mean
    assert alike(numbers[0], numbers[1])


@pytest.mark.parametrize("case", CASES)
def test_a_result_is_frozen_says_what_was_missing_and_hides_no_nan(case: str) -> None:
    found: Any = CASES[case](people())
    assert is_dataclass(type(found))
    assert found.__dataclass_params__.frozen
    assert "missing" in {one.name for one in fields(found)}
    assert found.missing.rule
    assert not [part for line in rows(found) for part in line if isinstance(part, float) and isnan(part)]


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("rows_left", [180, 0])
def test_of_nothing_there_is_a_sentence(case: str, rows_left: int) -> None:
    """All missing in every column, or no rows at all."""
    table = {name: [None] * rows_left for name in people()}
    with pytest.raises(errors.BadInput, match=r"\w+.*\.$"):
        CASES[case](table)


@pytest.mark.parametrize("case", CASES)
def test_a_column_that_never_varies_gives_a_result_or_a_sentence(case: str) -> None:
    for name in ("a", "age", "better", "stay", "place", "reason"):
        table = people()
        table[name] = np.full(180, table[name][0])
        try:
            found = CASES[case](table)
        except errors.BadInput:
            continue  # a sentence of the package's own; anything else would come through
        assert not [part for line in rows(found) for part in line if isinstance(part, float) and isnan(part)]


@pytest.mark.parametrize("case", ["cox", "logit"])
def test_separation_is_said_and_no_estimate_runs_away(case: str) -> None:
    table = people()
    table["age"] = np.where(table["better"] == 1, 50, 20)
    table["reason"] = np.where(table["better"] == 1, "job", "")
    table["stay"] = np.where(table["better"] == 1, 5, 30)
    with pytest.raises(errors.NoFiniteAnswer, match=r"without fail"):
        CASES[case](table)


def test_one_occasion_of_each_is_too_few_for_change_and_alikeness() -> None:
    table = {name: column[::2] for name, column in people().items()}
    for case in ("paired", "icc", "transitions"):
        with pytest.raises(errors.TooFew):
            CASES[case](table)
