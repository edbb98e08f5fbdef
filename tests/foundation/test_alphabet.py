"""Danish order and searching, the same on every database because the keys are made in Python."""

from itertools import pairwise

import pytest

from bordenden.foundation.alphabet import search_key, sort_key

IN_DANISH_ORDER = [
    "Anders",
    "André",
    "Andrea",
    "Bo",
    "Yrsa",
    "Zacharias",
    "Zoë",
    "Ægir",
    "Ärla",
    "Øjvind",
    "Ösel",
    "Åge",
]


@pytest.mark.parametrize(("before", "after"), list(pairwise(IN_DANISH_ORDER)))
def test_every_name_comes_before_the_next(before: str, after: str) -> None:
    assert sort_key(before) < sort_key(after)


def test_aa_is_aa_and_capitals_and_accents_do_not_matter() -> None:
    assert sort_key("Aage") == sort_key("åge") == sort_key(" ÅGE ")
    assert sort_key("Zoë") == sort_key("zoe")


@pytest.mark.parametrize("name", IN_DANISH_ORDER)
def test_every_part_of_a_name_finds_it(name: str) -> None:
    assert all(search_key(name[:end]) in search_key(f"{name} Kjær") for end in range(1, len(name) + 1))


@pytest.mark.parametrize(("letter", "name"), [("z", "Ægir"), ("a", "Øjvind"), ("b", "Ørum"), ("o", "Ø"), ("a", "Å")])
def test_one_letter_is_not_another(letter: str, name: str) -> None:
    assert search_key(letter) not in search_key(name)
