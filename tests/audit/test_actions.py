"""Bo writes, and his entry stands or falls with what he wrote; looks are stored all or none."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from django.db import transaction

from bordenden.audit.actions import NotInATransaction, NotLogged, record, type_of, write_looks
from bordenden.audit.looks import NotACode
from bordenden.audit.models import Entry
from tests.audit.things import (
    AALBORG,
    AMINA,
    AMINAS_PLAN,
    AMINAS_TABLE,
    BO,
    MIE,
    MONDAY,
    NIELS_PLAN,
    ODENSE,
    Plan,
    look,
    looks,
    the_log_cannot_be_written,
)


@pytest.mark.django_db
def test_a_write_is_recorded_with_who_what_where_and_when() -> None:
    record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY, basis="seat.coordinator")
    assert list(
        Entry.objects.values_list(
            "municipality", "at", "actor", "pen", "act", "kind", "thing_type", "thing", "table", "hour", "basis"
        )
    ) == [
        (AALBORG, MONDAY, BO.pk, None, "goal.write", "write", "plan", AMINAS_PLAN.pk, AMINAS_TABLE.pk, None,
         "seat.coordinator")
    ]  # fmt: skip


@pytest.mark.django_db
def test_the_entry_as_read_back_still_has_its_digest() -> None:
    copenhagen = timezone(timedelta(hours=1))
    record(act="goal.write", by=AMINA, pen=BO, thing=AMINAS_PLAN, at=MONDAY.astimezone(copenhagen))
    entry = Entry.objects.get()
    written = entry.digest
    assert (len(written), entry.with_digest().digest) == (64, written)


@pytest.mark.django_db
def test_the_pen_is_named_only_when_another_holds_it() -> None:
    record(act="goal.write", by=AMINA, pen=BO, thing=AMINAS_PLAN, at=MONDAY)
    record(act="goal.write", by=AMINA, pen=AMINA, thing=AMINAS_PLAN, at=MONDAY)
    assert list(Entry.objects.order_by("id").values_list("actor", "pen")) == [(AMINA.pk, BO.pk), (AMINA.pk, None)]


@pytest.mark.django_db(transaction=True)
def test_a_write_outside_a_transaction_is_refused_and_inside_allowed() -> None:
    with pytest.raises(NotInATransaction):
        record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    with transaction.atomic():
        record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    assert Entry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_entry_falls_with_the_write() -> None:
    def write_and_fail() -> None:
        record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        transaction.atomic(write_and_fail)()
    assert Entry.objects.count() == 0


@pytest.mark.django_db
def test_a_thing_off_every_table_and_one_known_by_number_can_be_written() -> None:
    class Municipality:
        pk, table_id, municipality_id = 851, None, 851

    record(act="municipality.rename", by=BO, thing=Municipality(), at=MONDAY)
    entry = Entry.objects.get()
    assert (entry.thing, entry.table, entry.thing_type) == (UUID(int=851), None, "municipality")
    assert entry.digest == entry.with_digest().digest


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["look", "list", "export", "nonsense"])
def test_looks_do_not_go_the_way_of_writes(kind: str) -> None:
    with pytest.raises(ValueError):
        record(act="plan.read", by=BO, thing=AMINAS_PLAN, at=MONDAY, kind=kind)


@pytest.mark.django_db
def test_a_login_goes_the_way_of_writes() -> None:
    record(act="login", by=BO, thing=Plan(BO.pk, None), at=MONDAY, kind="login")
    assert Entry.objects.get().kind == "login"


@pytest.mark.django_db
def test_a_text_or_a_time_without_zone_is_refused() -> None:
    with pytest.raises(NotACode):
        record(act="Bo skrev et mål", by=BO, thing=AMINAS_PLAN, at=MONDAY)
    with pytest.raises(ValueError):
        record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=datetime(2026, 3, 2))  # noqa: DTZ001
    assert Entry.objects.count() == 0


def test_a_type_is_the_name_of_the_class() -> None:
    assert type_of(AMINAS_PLAN) == "plan"


@pytest.mark.django_db
def test_opening_is_stored_always_a_list_look_once_per_viewer_table_act_and_hour() -> None:
    for at in (MONDAY, MONDAY + timedelta(minutes=39), MONDAY + timedelta(minutes=41)):
        write_looks([look(), look("list"), look("list")], by=BO, at=at)
    write_looks([look("list")], by=MIE, at=MONDAY)
    write_looks([look("list", act="goal.read")], by=BO, at=MONDAY)
    write_looks([look("list", on=NIELS_PLAN)], by=BO, at=MONDAY)
    stored = [
        (row.kind, row.actor, row.act, row.municipality, f"{row.at:%H:%M}") for row in Entry.objects.order_by("id")
    ]
    assert sorted(stored) == sorted(
        [
            ("look", BO.pk, "plan.read", AALBORG, "09:20"),
            ("look", BO.pk, "plan.read", AALBORG, "09:59"),
            ("look", BO.pk, "plan.read", AALBORG, "10:01"),
            ("list", BO.pk, "plan.read", AALBORG, "09:20"),
            ("list", BO.pk, "plan.read", AALBORG, "10:01"),
            ("list", MIE.pk, "plan.read", AALBORG, "09:20"),
            ("list", BO.pk, "goal.read", AALBORG, "09:20"),
            ("list", BO.pk, "plan.read", ODENSE, "09:20"),
        ]
    )


@pytest.mark.django_db
def test_two_goals_of_one_table_in_a_list_are_one_list_look() -> None:
    other = Plan(UUID(int=102), AMINAS_TABLE.pk)
    write_looks([look("list"), look("list", on=other)], by=BO, at=MONDAY)
    assert list(Entry.objects.values_list("kind", "thing")) == [("list", AMINAS_PLAN.pk)]


@pytest.mark.django_db
def test_off_every_table_each_thing_listed_counts_and_a_list_of_nothing_once() -> None:
    first, second = Plan(UUID(int=7), None), Plan(UUID(int=8), None)
    figures = replace(look("list"), thing=None, table=None)
    for _ in range(2):
        write_looks([look("list", on=first), look("list", on=second), figures], by=BO, at=MONDAY)
    assert list(Entry.objects.order_by("id").values_list("thing", flat=True)) == [first.pk, second.pk, None]


@pytest.mark.django_db(transaction=True)
def test_the_looks_of_a_page_are_stored_all_or_none() -> None:
    page = [look(), look("list"), look(act="goal.read"), look("list", act="goal.list")]
    for refused in ("goal.read", "goal.list"):
        with the_log_cannot_be_written(refused), pytest.raises(NotLogged):
            write_looks(page, by=BO, at=MONDAY)
        assert Entry.objects.count() == 0
    write_looks(page, by=BO, at=MONDAY)
    assert Entry.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_looks_are_never_part_of_another_transaction() -> None:
    with transaction.atomic(), pytest.raises(NotLogged):
        write_looks([look()], by=BO, at=MONDAY)
    assert Entry.objects.count() == 0
    write_looks([look()], by=BO, at=MONDAY)
    assert Entry.objects.count() == 1


@pytest.mark.django_db
def test_a_page_without_looks_costs_nothing(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        write_looks([], by=BO, at=MONDAY)
    # Begin and end of the transaction, and one statement for all looks.
    with django_assert_num_queries(3):  # type: ignore[operator]
        write_looks(looks(50), by=BO, at=MONDAY.astimezone(UTC))
