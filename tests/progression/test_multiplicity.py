"""P-values of a family: R's p.adjust, and what holds of them always."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progression import errors
from progression.multiplicity import adjusted, benjamini_hochberg, holm
from tests.progression.expected import ORACLES

FAMILY = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def test_the_numbers_are_those_of_r() -> None:
    theirs = json.loads((ORACLES / "expected_hypotheses.json").read_text("utf-8"))["p"]
    assert holm(theirs["p"]) == pytest.approx(theirs["holm"], rel=1e-12)
    assert benjamini_hochberg(theirs["p"]) == pytest.approx(theirs["bh"], rel=1e-12)


@settings(max_examples=25)
@given(FAMILY)
def test_adjusted_never_falls_below_and_holm_is_the_stricter(family: list[float]) -> None:
    for p, by_holm, by_bh in zip(family, holm(family), benjamini_hochberg(family), strict=True):
        assert p <= by_bh * (1 + 1e-12)
        assert by_bh <= by_holm * (1 + 1e-12) <= 1 + 1e-12


@settings(max_examples=25)
@given(FAMILY)
def test_the_order_of_the_family_changes_nothing(family: list[float]) -> None:
    named = dict(enumerate(family))
    turned = dict(reversed(named.items()))
    assert adjusted(turned) == {key: adjusted(named)[key] for key in turned}


@pytest.mark.parametrize("p", [1.1, -0.1, float("nan")])
def test_what_is_no_chance_is_refused_with_its_place(p: float) -> None:
    with pytest.raises(errors.OffTheScale, match="The p-value in place 2 is"):
        holm([0.5, p])


def test_nobody_is_a_family_of_none() -> None:
    assert (holm([]), benjamini_hochberg([]), adjusted({})) == ((), (), {})
