""" "Hvem har set min sag": Amina reads who looked, on how many days and when last, and who wrote."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from bordenden.audit.actions import record, seal_all, write_looks
from bordenden.audit.queries import Head, Seen, heads, looks_at, municipalities, seen_days, writes_at
from tests.audit.things import (
    AALBORG,
    AMINA,
    AMINAS_PLAN,
    AMINAS_TABLE,
    BIRTHE,
    BO,
    MIE,
    MONDAY,
    NIELS,
    NIELS_PLAN,
    NIELS_TABLE,
    ODENSE,
    look,
    looks,
)

pytestmark = pytest.mark.django_db
LONG_AGO = MONDAY - timedelta(days=3650)


def hours(*count: float) -> list[datetime]:
    return [MONDAY + timedelta(hours=h) for h in count]


def test_looks_at_her_table_come_newest_first_and_nobody_elses() -> None:
    for at in hours(1, 0, 2):
        write_looks([look()], by=BO, at=at)
    write_looks([look(on=NIELS_PLAN)], by=NIELS, at=MONDAY)
    assert list(looks_at(AMINAS_TABLE).values_list("at", flat=True)) == hours(2, 1, 0)
    assert list(looks_at(NIELS_TABLE).values_list("actor", flat=True)) == [NIELS.pk]


def test_looks_of_one_moment_keep_one_order_from_page_to_page() -> None:
    write_looks(looks(7), by=BO, at=MONDAY)
    rows = looks_at(AMINAS_TABLE)
    assert [*rows[:3], *rows[3:6], *rows[6:]] == list(rows)
    assert [row.pk for row in rows] == sorted((row.pk for row in rows), reverse=True)


def test_writes_stand_apart_from_looks() -> None:
    write_looks([look(), look("list"), look("export")], by=BO, at=MONDAY)
    record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    assert sorted(looks_at(AMINAS_TABLE).values_list("kind", flat=True)) == ["export", "list", "look"]
    assert list(writes_at(AMINAS_TABLE).values_list("kind", "act")) == [("write", "goal.write")]


def test_her_own_looks_and_writes_can_be_left_out() -> None:
    for person in (AMINA, BO):
        write_looks([look()], by=person, at=MONDAY)
        record(act="goal.write", by=person, thing=AMINAS_PLAN, at=MONDAY)
    assert list(looks_at(AMINAS_TABLE, besides=AMINA).values_list("actor", flat=True)) == [BO.pk]
    assert list(writes_at(AMINAS_TABLE, besides=AMINA).values_list("actor", flat=True)) == [BO.pk]
    assert [seen.actor for seen in seen_days(AMINAS_TABLE, since=LONG_AGO, besides=AMINA)] == [BO.pk]


def test_each_viewer_stands_once_with_days_and_the_last_time() -> None:
    for at in hours(0, 1, 24, 48):
        write_looks([look()], by=BO, at=at)
    write_looks([look("list")], by=MIE, at=MONDAY + timedelta(hours=30))
    record(act="goal.write", by=BIRTHE, thing=AMINAS_PLAN, at=MONDAY)
    assert seen_days(AMINAS_TABLE, since=LONG_AGO) == (
        Seen(BO.pk, 3, MONDAY + timedelta(hours=48)),
        Seen(MIE.pk, 1, MONDAY + timedelta(hours=30)),
    )
    assert seen_days(NIELS_TABLE, since=LONG_AGO) == ()


def test_only_since_then_is_counted() -> None:
    for at in hours(0, 24, 48):
        write_looks([look()], by=BO, at=at)
    assert seen_days(AMINAS_TABLE, since=MONDAY + timedelta(hours=24)) == (
        Seen(BO.pk, 2, MONDAY + timedelta(hours=48)),
    )


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        (datetime(2026, 1, 15, 22, 59, tzinfo=UTC), datetime(2026, 1, 15, 23, 1, tzinfo=UTC), 2),
        (datetime(2026, 1, 15, 23, 59, tzinfo=UTC), datetime(2026, 1, 16, 0, 1, tzinfo=UTC), 1),
        (datetime(2026, 7, 15, 21, 59, tzinfo=UTC), datetime(2026, 7, 15, 22, 1, tzinfo=UTC), 2),
    ],
)
def test_a_day_is_a_danish_day_in_winter_and_summer(one: datetime, other: datetime, days: int) -> None:
    for at in (one, other):
        write_looks([look()], by=BO, at=at)
    assert seen_days(AMINAS_TABLE, since=LONG_AGO) == (Seen(BO.pk, days, other),)


@pytest.mark.parametrize("count", [1, 50])
def test_one_query_however_many_looked(count: int, django_assert_num_queries: Any) -> None:
    write_looks(looks(count), by=BO, at=MONDAY)
    with django_assert_num_queries(1):
        assert len(seen_days(AMINAS_TABLE, since=LONG_AGO)) == 1
    with django_assert_num_queries(1):
        assert len(looks_at(AMINAS_TABLE)[:25]) == min(count, 25)


def test_the_newest_page_is_read_through_the_index_of_the_table() -> None:
    write_looks(looks(50), by=BO, at=MONDAY)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "entry_by_table" in looks_at(AMINAS_TABLE)[:25].explain()


def test_municipalities_and_heads_in_order() -> None:
    assert (municipalities(), heads()) == ((), ())
    record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    record(act="goal.write", by=NIELS, thing=NIELS_PLAN, at=MONDAY)
    seal_all(at=MONDAY)
    last = record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    (second,) = seal_all(at=MONDAY)
    assert municipalities() == (ODENSE, AALBORG)
    assert [(head.municipality, head.number, head.last) for head in heads()] == [
        (ODENSE, 1, last.pk - 1),
        (AALBORG, 2, last.pk),
    ]
    assert heads()[1] == Head(AALBORG, 2, last.pk, second.digest, MONDAY)
