"""The files that take longest begin first: a worker takes a whole file, and both shall end at the same time."""

import pytest

# In the order of their time on a quiet machine; all others follow as they are found.
LONGEST = (
    "tests/journeys/test_every_page.py",
    "tests/house/test_versions.py",
    "tests/access/test_gate.py",
    "tests/journeys/test_first_light.py",
    "tests/access/test_nothing_shows.py",
    "tests/journeys/test_amina_sits_at_the_head_of_the_table.py",
    "tests/house/test_benchmarks.py",
    "tests/web/test_odd_input.py",
    "tests/house/test_language.py",
    "tests/families/test_who_reads.py",
    "tests/access/test_attacks.py",
    "tests/house/test_urls.py",
    "tests/web/citizen/test_talk_helped.py",
    "tests/access/test_gate_families.py",
    "tests/access/test_shielded.py",
    "tests/access/test_walls.py",
    "tests/journeys/test_a_talk_with_bo.py",
    "tests/progression/test_disclosure_attack.py",
    "tests/house/test_plain_danish.py",
)
PLACE = {file: place for place, file in enumerate(LONGEST)}


def longest_first(items: list[pytest.Item]) -> None:
    """Within a file the order stays."""
    items.sort(key=lambda item: PLACE.get(item.location[0], len(LONGEST)))
