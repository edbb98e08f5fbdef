"""The attacker who knows the rules and runs them on every table there could be: what is left to guess."""

from collections import defaultdict
from itertools import product

import pytest

from progression.disclosure import WITHHELD, Dimension, Frame, Shown, Table, protect

MOST = 12


@pytest.mark.slow
def test_replaying_the_rules_leaves_three_values_at_least() -> None:
    """Less than the attack promises (0 to 5 or more), and the README says so."""
    frame = Frame("people", (Dimension.of("group", ["a", "b", "c"]),))
    alike: dict[tuple[Shown, ...], list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(MOST + 1), repeat=3):
        alike[protect([Table(frame, counts)]).only.cells].append(counts)
    left = {
        len({counts[place] for counts in tables})
        for cells, tables in alike.items()
        for place in range(3)
        if cells[place] is WITHHELD and cells[3] in (10, 15)  # those that MOST does not cut short
    }
    assert min(left) == 3
