"""Somebody with the database's password changes the audit; the verifier names the place."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection

from bordenden.audit import digests
from bordenden.audit.actions import record, seal, seal_all
from bordenden.audit.models import Block, Entry
from bordenden.audit.queries import Head, heads
from bordenden.audit.verification import Fault, Flaw, Verdict, verify, verify_all
from tests.audit.things import AALBORG, AMINAS_PLAN, BO, MONDAY, NIELS, NIELS_PLAN, ODENSE
from tests.flushing import triggers_at_rest

pytestmark = pytest.mark.django_db
NEVER_USED = 1_000_000


@pytest.fixture
def numbers() -> list[int]:
    """Two blocks of three entries in Aalborg, one loose entry after them, and one block in Odense."""
    entries: list[int] = []
    for hour in range(2):
        at = MONDAY + timedelta(hours=hour)
        entries += [record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=at).pk for _ in range(3)]
        seal(municipality=AALBORG, at=at)
    entries.append(record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY).pk)
    record(act="goal.write", by=NIELS, thing=NIELS_PLAN, at=MONDAY)
    seal(municipality=ODENSE, at=MONDAY)
    return entries


def run(sql: str, *parameters: object) -> None:
    with triggers_at_rest(), connection.cursor() as cursor:
        cursor.execute(sql, list(parameters))  # type: ignore[arg-type]


def rewrite(number: int, **values: object) -> None:
    """Change an entry and make its own digest fit again."""
    entry = Entry.objects.get(pk=number)
    for name, value in values.items():
        setattr(entry, name, value)
        run(f"UPDATE audit_entry SET {name} = %s WHERE id = %s", value, number)
    run("UPDATE audit_entry SET digest = %s WHERE id = %s", entry.with_digest().digest, number)


def test_what_nobody_touched_is_whole(numbers: list[int]) -> None:
    assert verify_all() == (Verdict(ODENSE, 1, 1, 0, None), Verdict(AALBORG, 2, 6, 1, None))


def test_an_empty_audit_is_whole() -> None:
    assert verify_all() == ()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("act", "goal.hide"),
        ("at", MONDAY - timedelta(microseconds=1)),
        ("basis", "seat.mentor"),
        ("thing_type", "goal"),
        ("digest", digests.NOTHING_BEFORE),
        ("kind", "login"),
    ],
)
def test_a_changed_entry_is_named(numbers: list[int], column: str, value: object) -> None:
    run(f"UPDATE audit_entry SET {column} = %s WHERE id = %s", value, numbers[4])
    assert verify(AALBORG) == Verdict(AALBORG, 1, 3, 0, Fault(Flaw.CHANGED, block=2, entry=numbers[4]))
    assert verify(ODENSE).whole


def test_a_changed_actor_is_named(numbers: list[int]) -> None:
    run("UPDATE audit_entry SET actor = table_copy.other FROM (SELECT actor AS other FROM audit_entry"
        " WHERE municipality = 461) AS table_copy WHERE id = %s", numbers[0])  # fmt: skip
    assert verify(AALBORG).fault == Fault(Flaw.CHANGED, block=1, entry=numbers[0])


def test_an_entry_moved_to_another_municipality_is_missed_there_and_found_here(numbers: list[int]) -> None:
    rewrite(numbers[1], municipality=ODENSE)
    assert [verdict.fault for verdict in verify_all()] == [
        Fault(Flaw.ADDED, block=1),
        Fault(Flaw.MISSING, block=1),
    ]


def test_an_entry_rewritten_with_its_digest_breaks_the_seal_of_its_block(numbers: list[int]) -> None:
    rewrite(numbers[4], act="goal.hide")
    assert verify(AALBORG).fault == Fault(Flaw.BROKEN, block=2)


def test_a_removed_entry_is_missed_in_its_block(numbers: list[int]) -> None:
    run("DELETE FROM audit_entry WHERE id = %s", numbers[1])
    assert verify(AALBORG).fault == Fault(Flaw.MISSING, block=1)


def test_an_added_entry_is_seen_in_its_block(numbers: list[int]) -> None:
    run("DELETE FROM audit_entry WHERE municipality = 461")
    forged = Entry.objects.get(pk=numbers[0])
    forged.pk, forged._state.adding = min(numbers) - 1, True  # 0 on a fresh database
    with triggers_at_rest():
        forged.save()
    assert verify(AALBORG).fault == Fault(Flaw.ADDED, block=1)


def test_two_entries_that_changed_places_break_the_seal(numbers: list[int]) -> None:
    one, two = numbers[0], numbers[1]
    run("UPDATE audit_entry SET id = %s WHERE id = %s", NEVER_USED, one)
    run("UPDATE audit_entry SET id = %s WHERE id = %s", one, two)
    run("UPDATE audit_entry SET id = %s WHERE id = %s", two, NEVER_USED)
    assert verify(AALBORG).fault == Fault(Flaw.BROKEN, block=1)


def test_a_block_sealed_again_over_other_entries_does_not_fit_the_next(numbers: list[int]) -> None:
    rewrite(numbers[0], act="goal.hide")
    block = Block.objects.get(municipality=AALBORG, number=1)
    rows = Entry.objects.filter(municipality=AALBORG, id__lte=block.last).order_by("id")
    run(
        "UPDATE audit_block SET digest = %s WHERE id = %s",
        block.digest_over(rows.values_list("id", "digest")),
        block.pk,
    )
    assert verify(AALBORG).fault == Fault(Flaw.UNCHAINED, block=2)


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ("sealed_at = '2026-03-01 00:00:00'", Flaw.BROKEN),
        ("first = first - 1", Flaw.BROKEN),
        ("last = last - 1", Flaw.MISSING),
        ("last = last + 1", Flaw.ADDED),
        ("count = count - 1", Flaw.ADDED),
        ("previous = digest", Flaw.UNCHAINED),
        ("number = 7", Flaw.UNCHAINED),
    ],
)
def test_a_block_whose_own_values_changed_is_named(numbers: list[int], change: str, flaw: Flaw) -> None:
    run(f"UPDATE audit_block SET {change} WHERE municipality = 851 AND number = 2")
    assert verify(AALBORG).fault == Fault(flaw, block=7 if "number" in change else 2)


def test_a_missing_block_is_named_by_the_one_after_it(numbers: list[int]) -> None:
    run("DELETE FROM audit_block WHERE municipality = 851 AND number = 1")
    assert verify(AALBORG).fault == Fault(Flaw.UNCHAINED, block=2)


def test_a_changed_entry_that_is_not_yet_sealed_is_named(numbers: list[int]) -> None:
    run("UPDATE audit_entry SET act = 'goal.hide' WHERE id = %s", numbers[6])
    assert verify(AALBORG) == Verdict(AALBORG, 2, 6, 0, Fault(Flaw.CHANGED, entry=numbers[6]))


def _cut_the_last_block(numbers: list[int]) -> None:
    run("DELETE FROM audit_entry WHERE municipality = 851 AND id >= %s", numbers[3])
    run("DELETE FROM audit_block WHERE municipality = 851 AND number = 2")


def _cut_everything(numbers: list[int]) -> None:
    run("DELETE FROM audit_entry WHERE municipality = 851")
    run("DELETE FROM audit_block WHERE municipality = 851")


def _begin_anew(numbers: list[int]) -> None:
    """Everything rewritten so that it fits again: only what left the house can tell."""
    run("DELETE FROM audit_block WHERE municipality = 851")
    rewrite(numbers[3], act="goal.hide")
    seal_all(at=MONDAY)


@pytest.mark.parametrize("cut", [_cut_the_last_block, _cut_everything, _begin_anew])
def test_a_whole_looking_chain_is_found_out_by_the_head_that_left_the_house(
    numbers: list[int], cut: Callable[[list[int]], None]
) -> None:
    sent = heads()
    cut(numbers)
    assert [verdict.whole for verdict in verify_all() if verdict.municipality == AALBORG] in ([True], [])
    assert [verdict.fault for verdict in verify_all(sent)] == [None, Fault(Flaw.HEAD_LOST, block=2)]


def test_heads_of_many_days_are_all_held_against_the_chain(numbers: list[int]) -> None:
    early = heads()
    seal_all(at=MONDAY)
    late = heads()
    assert [(head.municipality, head.number) for head in (*early, *late)] == [(461, 1), (851, 2), (461, 1), (851, 3)]
    assert [verdict.fault for verdict in verify_all((*early, *late))] == [None, None]
    forged: Head = replace(early[1], digest=digests.NOTHING_BEFORE)
    assert [verdict.fault for verdict in verify_all((forged, *late))] == [None, Fault(Flaw.HEAD_LOST, block=2)]
