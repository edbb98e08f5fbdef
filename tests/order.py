"""The files that take longest begin first: a worker takes a whole file, and both shall end at the same time."""

import pytest

# In the order of their time on a quiet machine; all others follow as they are found.
LONGEST = (
    "tests/journeys/test_every_page.py",
    "tests/house/test_versions.py",
    # The first to ask for Jobcenter Aalborg builds it; no other shall wait for that beside it.
    "tests/evaluation/test_publication.py",
    "tests/journeys/test_first_light.py",
    "tests/journeys/test_amina_sits_at_the_head_of_the_table.py",
    "tests/web/test_odd_input.py",
    "tests/access/test_gate.py",
    "tests/journeys/test_a_talk_with_bo.py",
    "tests/journeys/test_the_whole_way.py",
    "tests/journeys/test_familien_holm_makes_a_plan.py",
    "tests/house/test_urls.py",
    "tests/house/test_benchmarks.py",
    "tests/journeys/test_nothing_is_lost.py",
    "tests/progression/test_disclosure_attack.py",
    "tests/journeys/test_the_next_wave.py",
    "tests/journeys/test_from_her_answers_to_her_plan_on_paper.py",
    "tests/access/test_nothing_shows.py",
    "tests/journeys/test_her_development.py",
    "tests/web/design/test_gallery.py",
    "tests/access/test_attacks.py",
    "tests/house/test_language.py",
    "tests/journeys/test_three_in_her_order.py",
)
PLACE = {file: place for place, file in enumerate(LONGEST)}
# Who stands on the same made-up world comes together: it need not be poured in anew (tests/ground.py).
KINDS = ("cast", "story", "jobcenter", "transactional_db", "live_server")


def longest_first(items: list[pytest.Item]) -> None:
    """Within a file those that ask for the same world come together; else the order stays."""
    found: dict[str, int] = {}
    for item in items:
        found.setdefault(item.location[0], len(found))
    items.sort(key=lambda item: (PLACE.get(item.location[0], len(LONGEST)), found[item.location[0]], _kind(item)))


def _kind(item: pytest.Item) -> int:
    names = getattr(item, "fixturenames", ())
    return max((place for place, kind in enumerate(KINDS, 1) if kind in names), default=0)
