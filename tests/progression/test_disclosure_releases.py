"""Releases of every kind are protected and attacked: nothing is found in them, and every planted opening is."""

import pytest

from benchmarks.attacking import HONEST, WEAKENED
from benchmarks.openings import PLANTS, planted
from benchmarks.releases import many

FEW = 4
"""The ordinary suite takes the first of them; `make check-all` takes all."""


@pytest.mark.requirement("R219")
@pytest.mark.parametrize("wanted", [FEW, pytest.param(HONEST, marks=pytest.mark.slow)])
def test_nothing_is_found_in_what_was_protected(wanted: int) -> None:
    """Neither by everybody nor by one who knows her own case; and the attack says nothing that is not so."""
    results = many(wanted)
    assert len(results) == wanted
    assert [one for one in results if not one.stands] == []
    assert {len(one.found) for one in results} <= {1, 2}
    assert sum(len(one.found) == 2 for one in results) > wanted / 2
    assert sum(one.withheld for one in results) > 0


@pytest.mark.requirement("R219")
@pytest.mark.parametrize("wanted", [len(PLANTS), pytest.param(WEAKENED, marks=pytest.mark.slow)])
def test_every_planted_opening_is_found_in_the_right_cell(wanted: int) -> None:
    """Each kind is planted where pencil and paper find it, and the release before it was weakened told nothing."""
    plants = [planted(seed) for seed in range(wanted)]
    assert len({one.kind for one in plants}) == len(PLANTS)
    assert [one.kind for one in plants if not one.found()] == []
