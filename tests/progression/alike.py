"""Two results number by number, and a table with gaps to compare them on."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from math import isclose, isnan
from typing import Any

import numpy as np

from tests.progression.public import people


def gaps(count: int) -> dict[str, list[Any]]:
    """The people, with something missing of each kind and a column that is not whole."""
    found = people(count)
    for row, name in enumerate(("score", "sleep", "months", "age", "hope", "place", "person", "stay", "state")):
        found[name][7 * row + 3] = None
    # What differs within a person would be refused.
    found["age"] = [
        None if person == 4 else age for person, age in zip(found["person"], people(count)["age"], strict=True)
    ]
    found["tenths"] = [None if score is None else score / 10 for score in found["score"]]
    return found


def numbers(result: Any, where: str = "") -> Mapping[str, Any]:
    """Every number and every word in a result, by where it stands."""
    if is_dataclass(result) and not isinstance(result, type):
        parts = {one.name: getattr(result, one.name) for one in fields(result)}
    elif isinstance(result, Mapping):
        parts = {repr(key): value for key, value in result.items()}
    elif isinstance(result, (tuple, list)):
        parts = {str(place): value for place, value in enumerate(result)}
    elif isinstance(result, np.ndarray):
        parts = {str(place): value for place, value in enumerate(result.ravel().tolist())}
    else:
        return {where: result}
    found: dict[str, Any] = {}
    for name, value in parts.items():
        found |= numbers(value, f"{where}.{name}")
    return found


def same(one: Any, other: Any) -> bool:
    """Equal to the last bit; nan is nan."""
    if isinstance(one, float) and isinstance(other, float) and isnan(one):
        return isnan(other)
    return bool(one == other)


def near(one: Any, other: Any) -> bool:
    """Equal but for the last digits of a float."""
    return same(one, other) or (isinstance(one, float) and isclose(one, other, rel_tol=1e-9, abs_tol=1e-12))


def differing(one: Any, other: Any, alike: Any = same) -> list[tuple[str, Any, Any]]:
    left, right = numbers(one), numbers(other)
    assert left.keys() == right.keys()
    assert len(left) > 1
    return [(where, left[where], right[where]) for where in left if not alike(left[where], right[where])]
