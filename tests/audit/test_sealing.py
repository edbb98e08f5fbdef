"""A block is closed only over entries that nothing can come before any more."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from bordenden.audit.actions import _SEALERS_LOCK, SealLater, record, seal, seal_all
from bordenden.audit.digests import NOTHING_BEFORE
from bordenden.audit.models import Block
from bordenden.audit.verification import verify_all
from tests.audit.things import AALBORG, AMINA, AMINAS_PLAN, BO, MONDAY, NIELS, NIELS_PLAN, ODENSE

TUESDAY = MONDAY + timedelta(days=1)


def write(count: int = 1) -> list[int]:
    """Bo writes on Amina's plan; the numbers of his entries."""
    with transaction.atomic():
        return [record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY).pk for _ in range(count)]


@pytest.mark.django_db
def test_a_block_holds_all_entries_so_far_and_the_next_one_continues_it() -> None:
    one, two = write(2)
    first = seal(municipality=AALBORG, at=MONDAY)
    (three,) = write()
    second = seal(municipality=AALBORG, at=TUESDAY)
    assert first is not None
    assert second is not None
    assert list(Block.objects.values_list("number", "first", "last", "count", "previous", "digest", "sealed_at")) == [
        (1, one, two, 2, NOTHING_BEFORE, first.digest, MONDAY),
        (2, three, three, 1, first.digest, second.digest, TUESDAY),
    ]
    assert len({NOTHING_BEFORE, first.digest, second.digest}) == 3


@pytest.mark.django_db
def test_nothing_new_is_no_block() -> None:
    assert seal(municipality=AALBORG, at=MONDAY) is None
    write()
    assert seal(municipality=AALBORG, at=MONDAY) is not None
    assert seal(municipality=AALBORG, at=MONDAY) is None


@pytest.mark.django_db
def test_each_municipality_has_a_chain_of_its_own() -> None:
    write()
    record(act="goal.write", by=NIELS, thing=NIELS_PLAN, at=MONDAY)
    write()
    assert [(block.municipality, block.number, block.count) for block in seal_all(at=MONDAY)] == [
        (ODENSE, 1, 1),
        (AALBORG, 1, 2),
    ]
    assert seal_all(at=TUESDAY) == ()


def one_entry() -> int:
    return record(act="goal.write", by=AMINA, thing=AMINAS_PLAN, at=MONDAY).pk


def one_seal() -> int:
    """What a sealer holds while it works: on SQLite the write lock, on PostgreSQL a lock among sealers."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", _SEALERS_LOCK)
    return 0


@contextmanager
def somebody_slow(work: Callable[[], int]) -> Iterator[Callable[[], int]]:
    """A thread that has done the work and not committed; call the result to let it commit and get the number."""
    entered, go = threading.Event(), threading.Event()
    numbers: list[int] = []

    def dawdle() -> None:
        try:
            with transaction.atomic():
                numbers.append(work())
                entered.set()
                go.wait(20)
        finally:
            connection.close()

    thread = threading.Thread(target=dawdle)
    thread.start()
    assert entered.wait(20)

    def finish() -> int:
        go.set()
        thread.join(20)
        return numbers[0]

    try:
        yield finish
    finally:
        finish()


@pytest.fixture
def impatient() -> Iterator[None]:
    """On SQLite a sealer waits for the write lock as long as any writer does: twenty seconds; here less."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.execute("PRAGMA busy_timeout = 300")
    yield
    connection.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("impatient")
def test_an_entry_under_way_holds_the_seal_back_and_is_in_the_block_afterwards() -> None:
    (before,) = write()
    with somebody_slow(one_entry) as finish:
        # PostgreSQL lets a quicker writer pass the slow one; SQLite lets nobody write meanwhile.
        after = write() if connection.vendor == "postgresql" else []
        with pytest.raises(SealLater):
            seal(municipality=AALBORG, at=MONDAY)
        with pytest.raises(SealLater):
            seal_all(at=MONDAY)
        assert Block.objects.count() == 0
        slow = finish()
    (block,) = seal_all(at=MONDAY)
    expected = sorted([before, slow, *after])
    assert (block.first, block.last, block.count) == (expected[0], expected[-1], len(expected))
    assert before < slow
    assert after == [] or slow < after[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("impatient")
def test_two_sealers_do_not_close_the_same_block() -> None:
    write()
    with somebody_slow(one_seal):
        with pytest.raises(SealLater):
            seal(municipality=AALBORG, at=MONDAY)
        assert Block.objects.count() == 0
    assert seal(municipality=AALBORG, at=MONDAY) is not None
    assert Block.objects.count() == 1


def write_fifteen_times(seed: int) -> None:
    """Two entries in each transaction, in two municipalities, and a little time in between."""
    chance = random.Random(seed)
    for _ in range(15):
        with transaction.atomic():
            record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
            time.sleep(chance.random() / 100)
            record(act="goal.write", by=BO, thing=NIELS_PLAN, at=MONDAY)
        # Nobody seals while somebody writes: a moment in which a sealer may come in.
        time.sleep(chance.random() / 20)


def seal_until(stop: threading.Event) -> None:
    while not stop.is_set():
        with suppress(SealLater):
            seal_all(at=MONDAY)
        time.sleep(0.005)


def in_a_thread(work: Callable[[], None]) -> None:
    try:
        work()
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_sealing_while_six_write_leaves_no_entry_behind_and_none_unsealed() -> None:
    stop = threading.Event()
    with ThreadPoolExecutor(8) as pool:
        sealers = [pool.submit(in_a_thread, partial(seal_until, stop)) for _ in range(2)]
        writers = [pool.submit(in_a_thread, partial(write_fifteen_times, seed)) for seed in range(6)]
        wait(writers, timeout=60)
        stop.set()
        assert [future.result(60) for future in (*writers, *sealers)] == [None] * 8
    seal_all(at=TUESDAY)
    assert [(v.municipality, v.sealed, v.unsealed, v.fault) for v in verify_all()] == [
        (ODENSE, 90, 0, None),
        (AALBORG, 90, 0, None),
    ]
