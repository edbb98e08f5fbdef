"""Items together: R's correlations, factors and kinds, and tables that hold nothing to find."""

from itertools import permutations, product

import numpy as np
import numpy.typing as npt
import pytest

from progression import errors
from progression.associations import (
    cluster_profiles,
    clusters,
    correlation,
    factor_analysis,
    parallel_analysis,
    silhouette,
)
from progression.associations.factors import Method, Rotation
from tests.progression.expected import EXPECTED, ORACLES, apart, columns

ATTITUDE = ORACLES / "attitude.csv"
ITEMS = ["rating", "complaints", "privileges", "learning", "raises", "critical", "advance"]
FACTORS = EXPECTED["factors"]


def test_correlations_are_rs() -> None:
    pearson, spearman = correlation(ATTITUDE, ITEMS), correlation(ATTITUDE, ITEMS, "spearman")
    assert np.abs(pearson.matrix - EXPECTED["pearson"]).max() < 1e-14
    assert np.abs(spearman.matrix - EXPECTED["spearman"]).max() < 1e-14
    p = [EXPECTED["pearson_p"][ITEMS.index(one)][ITEMS.index(other)] for one, other in pearson.pairs]
    assert apart([one.p for one in pearson.pairs.values()], p) < 1e-9
    assert len(pearson.pairs) == 21
    smallest = min(pearson.pairs.values(), key=lambda one: one.p).p
    assert min(pearson.holm.values()) == 21 * smallest
    assert all(pearson.holm[pair] >= one.p for pair, one in pearson.pairs.items())


def test_what_says_the_same_goes_together_wholly() -> None:
    table = {"a": [1, 2, 4, 3, 5], "b": [10, 20, 40, 30, 50], "c": [2, 2, 2, 2, 2]}
    assert correlation(table, ["a", "b"]).pairs["a", "b"].value == pytest.approx(1)
    with pytest.raises(errors.NotSeparable, match="Column 'c' holds the same in every row, so it goes with nothing"):
        correlation(table, ["a", "c"])
    with pytest.raises(errors.BadInput, match="no correlation called 'kendall'"):
        correlation(table, ["a", "b"], "kendall")  # type: ignore[arg-type]


def distance(ours: npt.NDArray[np.floating], theirs: list[list[float]]) -> float:
    """The largest difference of loadings, up to the order and signs of the factors."""
    other = np.array(theirs)
    turns = product(permutations(range(other.shape[1])), product((1, -1), repeat=other.shape[1]))
    return min(float(np.abs(ours - other[:, list(order)] * np.array(signs)).max()) for order, signs in turns)


@pytest.mark.parametrize(
    ("method", "rotation", "name", "close"),
    [
        ("ml", "none", "ml", 1e-5),
        ("ml", "varimax", "varimax", 1e-5),
        ("ml", "oblimin", "oblimin", 1e-5),
        ("minres", "none", "minres", 1e-4),
    ],
)
def test_factors_are_those_of_factanal_and_psych(method: Method, rotation: Rotation, name: str, close: float) -> None:
    found = factor_analysis(ATTITUDE, ITEMS, 2, method, rotation)
    assert distance(found.loadings, FACTORS[name]) < close
    if method == "ml":
        assert np.abs(found.unique - FACTORS["uniqueness"]).max() < 1e-5
        assert (found.chi_squared, found.p) == pytest.approx((FACTORS["chi"], FACTORS["p"]), rel=1e-8)
    assert np.diag(found.between) == pytest.approx([1, 1])
    explained = ((found.loadings @ found.between) * found.loadings).sum(axis=1)
    assert explained + found.unique == pytest.approx(np.ones(7), abs=1e-5)


def test_factors_that_cannot_be_found_are_refused() -> None:
    with pytest.raises(errors.TooFew, match="7 items are too few for 4 factors"):
        factor_analysis(ATTITUDE, ITEMS, 4)
    table = columns("attitude.csv")
    table["again"] = [2 * value for value in table["rating"]]
    with pytest.raises(errors.NotSeparable, match="Column 'again' says nothing"):
        factor_analysis(table, [*ITEMS, "again"], 2)


def test_chance_alone_shows_no_factors() -> None:
    noise = np.random.default_rng(2).normal(size=(6, 400))
    table = {f"item{place}": column for place, column in enumerate(noise)}
    found = parallel_analysis(table, list(table))
    assert found.n_factors == 0
    assert sum(found.eigenvalues) == pytest.approx(6)
    one = {name: column + np.random.default_rng(9).normal(size=400) * 2 for name, column in table.items()}
    assert parallel_analysis(one, list(one)).n_factors == 1


def same_parts(one: list[int], other: list[int]) -> bool:
    return len(set(zip(one, other, strict=True))) == len(set(one)) == len(set(other))


def test_kinds_are_those_of_kmeans_and_hclust() -> None:
    r = EXPECTED["kinds"]
    means, ward = clusters(ATTITUDE, ITEMS, 3), clusters(ATTITUDE, ITEMS, 3, method="ward")
    assert means.inertia <= r["inertia"] * (1 + 1e-12)
    assert same_parts(means.kind.tolist(), r["kmeans"])
    assert same_parts(ward.kind.tolist(), r["ward"])
    assert means.silhouettes[3] == pytest.approx(r["kmeans_silhouette"], rel=1e-12)
    assert ward.silhouettes[3] == pytest.approx(r["ward_silhouette"], rel=1e-12)
    again = clusters(ATTITUDE, ITEMS, 3)
    assert (again.kind.tolist(), again.inertia) == (means.kind.tolist(), means.inertia)


def test_three_heaps_are_found_and_described() -> None:
    random = np.random.default_rng(7)
    heaps = np.repeat([[1, 1], [9, 1], [5, 9]], [60, 40, 20], axis=0) + random.normal(0, 0.5, (120, 2))
    table = {"trust": heaps[:, 0], "health": heaps[:, 1], "age": np.repeat([20, 40, 60], [60, 40, 20])}
    found = clusters(table, ["trust", "health"])
    assert (found.k, np.bincount(found.kind).tolist()) == (3, [60, 40, 20])
    assert found.centres == pytest.approx(np.array([[1, 1], [9, 1], [5, 9]]), abs=0.4)
    assert found.silhouettes[3] == pytest.approx(silhouette(heaps / heaps.std(axis=0), found.kind), rel=1e-9)
    profile = cluster_profiles(found, table, ["age"])
    assert [round(profile[kind]["age"], 2) for kind in range(3)] == [-0.89, 0.45, 1.79]
    with pytest.raises(errors.TooFew, match="2 different rows are too few for 3 kinds"):
        clusters({"a": [1, 1, 2, 2]}, ["a"], 3)
    with pytest.raises(errors.NotSeparable, match="parts nobody"):
        clusters({"a": [1, 1, 1, 1]}, ["a"])


def of_twenty(people: int = 300) -> tuple[dict[str, npt.NDArray[np.int64]], list[str], npt.NDArray[np.int64]]:
    """Answers from 0 to 10 to 20 questions: ten ask of her trust, ten of her health, and she is of one of three kinds:
    low in both, high in both, or high in health alone."""
    random = np.random.default_rng(69)
    kind = np.arange(people) % 3
    middle = np.array([[3.0, 3.0], [7.0, 7.0], [3.0, 7.0]])[kind]
    hers = np.repeat(middle + random.normal(0, 0.5, (people, 2)), 10, axis=1)
    answers = np.clip(np.rint(hers + random.normal(0, 1, (people, 20))), 0, 10).astype(np.int64)
    names = [f"{side} {place}" for side in ("trust", "health") for place in range(1, 11)]
    return dict(zip(names, answers.T, strict=True)), names, kind


def agreement(one: npt.NDArray[np.int64], other: npt.NDArray[np.int64]) -> float:
    """The adjusted Rand index (Hubert and Arabie): 1 for the same parts, 0 for what chance would agree in."""
    table = np.zeros((one.max() + 1, other.max() + 1))
    np.add.at(table, (one, other), 1)
    both, rows, columns, all_pairs = (
        float((counts * (counts - 1) / 2).sum())
        for counts in (table, table.sum(axis=1), table.sum(axis=0), np.array([len(one)]))
    )
    chance = rows * columns / all_pairs
    return (both - chance) / ((rows + columns) / 2 - chance)


@pytest.mark.requirement("R69")
def test_of_twenty_parameters_correlations_two_factors_and_three_kinds_are_found_as_they_were_put_in() -> None:
    table, names, kind = of_twenty()
    found = correlation(table, names)
    assert np.abs(found.matrix - np.corrcoef(list(table.values()))).max() < 1e-12
    assert len(found.pairs) == 190

    assert parallel_analysis(table, names, draws=20).n_factors == 2
    loadings = np.abs(factor_analysis(table, names, 2).loadings)
    trust, health = loadings[:10], loadings[10:]
    of_trust = int(trust.mean(axis=0).argmax())
    assert min(trust[:, of_trust].min(), health[:, 1 - of_trust].min()) > 0.8
    assert max(trust[:, 1 - of_trust].max(), health[:, of_trust].max()) < 0.4

    kinds = clusters(table, names)
    assert kinds.k == 3
    assert agreement(kinds.kind, kind) > 0.95
    assert abs(agreement(np.random.default_rng(0).permutation(kind), kind)) < 0.02
