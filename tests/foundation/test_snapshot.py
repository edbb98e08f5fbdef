"""A page is read in one moment and cannot write; a user action is one transaction."""

import threading
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from bordenden.drafts.models import Draft
from bordenden.foundation.snapshot import snapshot, writing

MONDAY = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)
BO = UUID(int=2)
AALBORG = 851


def write() -> None:
    """Any write will do; a draft is the simplest row there is."""
    Draft.objects.create(owner=BO, form="goal.edit", thing=uuid4(), content="{}", saved_at=MONDAY)


def write_after_an_inner_snapshot() -> None:
    with snapshot(AALBORG, BO):
        with snapshot(AALBORG, BO):
            Draft.objects.count()
        write()


def write_elsewhere() -> None:
    """Another request, in a thread and on a connection of its own."""

    def run() -> None:
        try:
            write()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(10)
    assert not thread.is_alive()


def said() -> dict[str, str]:
    """What the database has been told about who asks; SQLite is told nothing."""
    if connection.vendor != "postgresql":
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('app.municipality', true), current_setting('app.actor', true),"
            " current_setting('app.national', true)"
        )
        return dict(
            zip(("municipality", "actor", "national"), (text or "" for text in cursor.fetchone()), strict=True)
        )


def expected(municipality: str = "", actor: str = "", national: str = "") -> dict[str, str]:
    if connection.vendor != "postgresql":
        return {}
    return {"municipality": municipality, "actor": actor, "national": national}


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_reads_and_any_write_inside_fails_loudly() -> None:
    write()
    with snapshot(AALBORG, BO):
        assert Draft.objects.count() == 1
        with pytest.raises(DatabaseError):
            write()
    with pytest.raises(DatabaseError), snapshot(AALBORG, BO), transaction.atomic():
        write()
    assert Draft.objects.count() == 1
    write()
    assert Draft.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_what_others_write_meanwhile_is_not_seen_and_does_not_wait() -> None:
    write()
    with snapshot(AALBORG, BO):
        assert Draft.objects.count() == 1
        write_elsewhere()
        assert Draft.objects.count() == 1
    assert Draft.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_does_not_wait_for_a_writer() -> None:
    entered, go = threading.Event(), threading.Event()

    def hold_the_write_lock() -> None:
        try:
            with transaction.atomic():
                write()
                entered.set()
                go.wait(10)
        finally:
            connection.close()

    thread = threading.Thread(target=hold_the_write_lock)
    thread.start()
    assert entered.wait(10)
    with snapshot(AALBORG, BO):
        assert Draft.objects.count() == 0
    go.set()
    thread.join(10)
    assert Draft.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_after_an_error_inside_the_connection_is_as_before() -> None:
    with pytest.raises(ZeroDivisionError), snapshot(AALBORG, BO):
        raise ZeroDivisionError
    assert (connection.in_atomic_block, said()) == (False, expected())
    write()
    assert Draft.objects.count() == 1


@pytest.mark.django_db
def test_inside_a_transaction_a_snapshot_still_refuses_writes_and_then_lets_go() -> None:
    write()
    with snapshot(AALBORG, BO):
        assert Draft.objects.count() == 1
        with pytest.raises(DatabaseError):
            write()
    write()
    with snapshot(AALBORG, BO), snapshot(AALBORG, BO):
        assert Draft.objects.count() == 2
    with pytest.raises(DatabaseError):
        write_after_an_inner_snapshot()
    write()
    assert Draft.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_in_a_snapshot_keeps_the_outer_one_closed() -> None:
    with pytest.raises(DatabaseError):
        write_after_an_inner_snapshot()
    write()
    assert Draft.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("national", [False, True])
def test_the_database_is_told_who_asks_for_as_long_as_it_lasts(national: bool) -> None:
    with snapshot(AALBORG, BO, national=national):
        assert said() == expected("851", str(BO), "on" if national else "")
    assert said() == expected()
    with snapshot(None, None):
        assert said() == expected()
    with writing(AALBORG, BO):
        assert said() == expected("851", str(BO))
    assert said() == expected()


@pytest.mark.django_db
def test_inside_a_transaction_it_is_told_the_former_again_afterwards() -> None:
    with writing(461, BO):
        with writing(AALBORG, None):
            assert said() == expected("851")
        assert said() == expected("461", str(BO))
        with snapshot(0, None):
            assert said() == expected("0")
        assert said() == expected("461", str(BO))
    assert said() == expected()


@pytest.mark.django_db(transaction=True)
def test_a_user_action_is_done_whole_or_not_at_all() -> None:
    def write_and_fail() -> None:
        with writing(AALBORG, BO):
            write()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert Draft.objects.count() == 0
    with writing(AALBORG, BO):
        write()
    assert Draft.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_costs_no_query_on_sqlite_and_three_on_postgresql(django_assert_num_queries: object) -> None:
    """BEGIN, READ ONLY with who asks, COMMIT; SQLite's are spoken below Django and cost microseconds."""
    cost = 3 if connection.vendor == "postgresql" else 0
    connection.ensure_connection()
    with django_assert_num_queries(cost), snapshot(AALBORG, BO):  # type: ignore[operator]
        pass
