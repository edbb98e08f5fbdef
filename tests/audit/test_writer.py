"""The group writer: nothing acknowledged is lost, nobody waits for ever, and a failure reaches everybody."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from pytest_django.fixtures import Settings

from bordenden.audit.actions import _entry, write_looks
from bordenden.audit.models import Entry
from bordenden.audit.writer import GroupWriter, NotLogged, write
from bordenden.audit.writer import writer as the_writer
from tests.audit.things import BO, MONDAY, Person, look, looks, the_log_cannot_be_written

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parents[2]
TRIES = 20


@pytest.fixture
def writer() -> Iterator[GroupWriter]:
    """A writer of its own; it works on either database, though only SQLite needs it."""
    own = GroupWriter()
    yield own
    own.stop()


def entry(by: Person = BO, minute: int = 0) -> Entry:
    return _entry(look(), by, MONDAY + timedelta(minutes=minute), None)


def together(count: int, work: Callable[[int], None]) -> list[BaseException | None]:
    """Run the work in so many threads that begin at the same moment; what each of them raised."""
    gate = threading.Barrier(count)

    def run(number: int) -> None:
        gate.wait(20)
        work(number)

    with ThreadPoolExecutor(count) as pool:
        return [future.exception(60) for future in [pool.submit(run, number) for number in range(count)]]


def test_thirty_two_threads_lose_nothing_and_keep_each_viewers_order(writer: GroupWriter) -> None:
    def read_on(number: int) -> None:
        for page in range(TRIES):
            writer.write([entry(Person(UUID(int=number)), minute=page), entry(Person(UUID(int=number)), minute=page)])

    assert together(32, read_on) == [None] * 32
    stored = sorted(Entry.objects.order_by("id").values_list("actor", "id", "at"))
    pages = {actor: [at for _, _, at in rows] for actor, rows in groupby(stored, key=lambda row: row[0])}
    each = [MONDAY + timedelta(minutes=page) for page in range(TRIES) for _ in range(2)]
    assert pages == {UUID(int=number): each for number in range(32)}


def test_looks_are_committed_when_write_returns(writer: GroupWriter) -> None:
    seen: list[int] = []

    def count_elsewhere(_: int) -> None:
        try:
            seen.append(Entry.objects.count())
        finally:
            connection.close()

    writer.write([entry()])
    together(1, count_elsewhere)
    assert seen == [1]


def test_many_waiters_share_few_commits(writer: GroupWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    groups: list[int] = []
    commit = writer._commit

    def counted(group: list[Any]) -> None:
        groups.append(len(group))
        commit(group)

    monkeypatch.setattr(writer, "_commit", counted)

    def read_on(_: int) -> None:
        for _ in range(TRIES):
            writer.write([entry()])

    assert together(16, read_on) == [None] * 16
    assert sum(groups) == 16 * TRIES == Entry.objects.count()
    assert len(groups) < 16 * TRIES / 4


def test_a_log_that_cannot_be_written_is_told_to_every_waiter_and_none_is_stored(writer: GroupWriter) -> None:
    with the_log_cannot_be_written():
        errors = together(16, lambda _: writer.write([entry()]))
    assert [type(error) for error in errors] == [NotLogged] * 16
    assert {str(error.__cause__).splitlines()[0] for error in errors if error} == {"the disk is full"}
    assert Entry.objects.count() == 0
    writer.write([entry()])
    assert Entry.objects.count() == 1


def test_list_looks_fail_as_loudly_as_others(writer: GroupWriter) -> None:
    """INSERT OR IGNORE passes over what is there already, and over nothing else."""
    listed = _entry(look("list"), BO, MONDAY, None)
    with the_log_cannot_be_written(), pytest.raises(NotLogged):
        writer.write([listed])
    writer.write([listed])
    writer.write([_entry(look("list"), BO, MONDAY, None)])
    assert Entry.objects.count() == 1


def until(true: Callable[[], bool]) -> None:
    """Wait for it, at most ten seconds."""
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end
        time.sleep(0.002)


def under_way(writer: GroupWriter) -> bool:
    """Whether the thread has taken all that was handed over."""
    with writer._changed:
        return writer._thread is not None and not writer._queue


@contextmanager
def the_log_locked() -> Iterator[None]:
    """Another writer holds what the looks need."""
    entered, go = threading.Event(), threading.Event()

    def hold() -> None:
        try:
            with transaction.atomic():
                if connection.vendor == "postgresql":
                    with connection.cursor() as cursor:
                        cursor.execute("LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE")
                entered.set()
                go.wait(20)
        finally:
            connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert entered.wait(20)
    try:
        yield
    finally:
        go.set()
        thread.join(20)


def test_nobody_waits_for_ever_and_what_was_withdrawn_is_not_stored(writer: GroupWriter) -> None:
    writer.patience = 0.5
    with the_log_locked(), ThreadPoolExecutor(4) as pool:
        waiting = [pool.submit(writer.write, [entry(minute=0)])]
        until(lambda: under_way(writer))
        waiting += [pool.submit(writer.write, [entry(minute=minute)]) for minute in (1, 2, 3)]
        errors = [future.exception(20) for future in waiting]
    assert [type(error) for error in errors] == [NotLogged] * 4
    writer.patience = 10
    writer.write([entry(minute=4)])
    # The first was already under way and is stored late, which logs too much; those behind it were withdrawn.
    assert [row.at.minute for row in Entry.objects.order_by("id")] == [20, 24]


def test_those_who_wait_are_stored_in_the_order_they_came(writer: GroupWriter) -> None:
    with ThreadPoolExecutor(8) as pool, the_log_locked():
        pool.submit(writer.write, [entry(minute=0)])
        until(lambda: under_way(writer))
        for minute in range(1, 8):
            pool.submit(writer.write, [entry(minute=minute)])
            until(lambda: len(writer._queue) == minute)  # noqa: B023
    assert [row.at.minute for row in Entry.objects.order_by("id")] == [20 + minute for minute in range(8)]


@pytest.mark.parametrize("way", ["closed", "no longer writes"])
def test_a_connection_gone_bad_fails_one_group_and_is_made_anew(
    writer: GroupWriter, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def break_off(rows: object) -> None:
        if way == "closed":
            connection.connection.close()
        elif connection.vendor == "sqlite":
            connection.connection.execute("PRAGMA query_only = ON")
        else:
            connection.connection.execute("SET SESSION default_transaction_read_only = on")
            connection.connection.commit()
        Entry.objects.create()

    writer.write([entry()])
    with monkeypatch.context() as patch:
        patch.setattr("bordenden.audit.writer._statements", break_off)
        with pytest.raises(NotLogged):
            writer.write([entry()])
    writer.write([entry()])
    assert Entry.objects.count() == 2


def test_a_stopped_writer_has_written_all_and_begins_again_when_asked(writer: GroupWriter) -> None:
    errors = together(4, lambda number: writer.write([entry(minute=number)]))
    thread = writer._thread
    writer.stop()
    assert (errors, thread is not None and thread.is_alive()) == ([None] * 4, False)
    writer.write([entry()])
    assert Entry.objects.count() == 5


def test_a_page_whose_thread_holds_a_transaction_is_refused_at_once(settings: Settings) -> None:
    settings.AUDIT_WRITER = "group"
    with transaction.atomic(), pytest.raises(NotLogged):
        write([entry()])
    write_looks(looks(2), by=BO, at=MONDAY)
    assert Entry.objects.count() == 2
    the_writer.stop()


def test_grouped_is_for_sqlite_and_postgresql_commits_for_itself(settings: Settings) -> None:
    settings.AUDIT_WRITER = "group"
    write_looks(looks(1), by=BO, at=MONDAY)
    grouped = the_writer._thread is not None
    the_writer.stop()
    assert grouped == (connection.vendor == "sqlite")
    settings.AUDIT_WRITER = "direct"
    write_looks(looks(1), by=BO, at=MONDAY)
    assert the_writer._thread is None
    assert Entry.objects.count() == 2


def a_process(word: str) -> subprocess.Popen[str]:
    """The product's own settings, this test's database."""
    database = connection.settings_dict
    address = f"sqlite:///{database['NAME']}" if connection.vendor == "sqlite" else os.environ["BORDENDEN_DATABASE"]
    environment = {
        **os.environ,
        "BORDENDEN_DATABASE": address,
        "BORDENDEN_LOCAL": "1",
        "DJANGO_SETTINGS_MODULE": "bordenden.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [sys.executable, "-m", "tests.audit.child", word, str(database["NAME"])]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    )


def test_what_was_acknowledged_is_there_after_kill_9() -> None:
    process = a_process("kill")
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(300)]
    process.kill()
    acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]
    process.stdout.close()
    assert process.wait(20) == -9
    told = {UUID(line) for line in acknowledged}
    assert len(told) >= 300
    assert told - set(Entry.objects.values_list("thing", flat=True)) == set()
    assert [row.pk for row in Entry.objects.all() if row.digest != row.with_digest().digest] == []


def test_a_forked_process_has_a_writer_of_its_own() -> None:
    process = a_process("fork")
    try:
        out, _ = process.communicate(timeout=30)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 0
    assert {UUID(line) for line in out.split()} == set(Entry.objects.values_list("thing", flat=True))
    assert Entry.objects.count() == 3
