"""One person in two spellings is found; two people are not taken for one."""

import pytest

from bordenden.foundation.spelling import Spellings


@pytest.mark.once
@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Kristian Wulff", ["Christian Wulf"]),
        ("Wulff, Christian", ["Christian Wulf"]),
        ("Wulf Christian", ["Christian Wulf"]),
        ("Christian Wolf", ["Christian Wulf"]),
        ("Soeren Aagaard", ["Søren Ågård"]),
        ("Søren Aagard", ["Søren Ågård"]),
        ("Søren Ågaard", ["Søren Ågård"]),
        ("Kirsten Wulf", []),
        ("", []),
    ],
)
def test_a_name_is_found_in_another_spelling(written: str, found: list[str]) -> None:
    names: Spellings[str] = Spellings()
    for name in ("Christian Wulf", "Søren Ågård", "Mie Holm"):
        names.add(name, name)
    assert names.like(written) == found
