"""What stands in the audit stays as it is: refused by the model, by the queryset, and by the database."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from bordenden.audit.actions import record, seal
from bordenden.audit.models import AppendOnlyError, Block, Entry
from tests.audit.things import AALBORG, AMINAS_PLAN, BO, MONDAY
from tests.flushing import triggers_at_rest

TRIES: list[Callable[[Any], object]] = [
    lambda row: row.save(),
    lambda row: row.save(update_fields=["municipality"]),
    lambda row: row.delete(),
    lambda row: type(row).objects.all().update(municipality=1),
    lambda row: type(row).objects.all().delete(),
    lambda row: type(row).objects.bulk_update([row], ["municipality"]),
    lambda row: type(row).objects.update_or_create(pk=row.pk, defaults={"municipality": 1}),
    lambda row: type(row).objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["id"], update_fields=["municipality"]
    ),
    lambda row: type(row)._base_manager.filter(pk=row.pk).update(municipality=1),
]
STATEMENTS = [
    "UPDATE {table} SET municipality = 1",
    "UPDATE {table} SET municipality = municipality WHERE id = -1",
    "DELETE FROM {table}",
]


@pytest.fixture
def entry() -> Entry:
    return record(act="goal.write", by=BO, thing=AMINAS_PLAN, at=MONDAY)


@pytest.fixture
def block(entry: Entry) -> Block | None:
    return seal(municipality=entry.municipality, at=MONDAY)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["entry", "block"])
@pytest.mark.parametrize("change", TRIES)
def test_django_refuses_to_change_or_remove(
    name: str, change: Callable[[Any], object], request: pytest.FixtureRequest, block: Block
) -> None:
    row = request.getfixturevalue(name)
    before = list(type(row).objects.values())
    with pytest.raises(AppendOnlyError):
        change(row)
    assert list(type(row).objects.values()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["audit_entry", "audit_block"])
@pytest.mark.parametrize("statement", STATEMENTS)
def test_the_database_refuses_to_change_or_remove(table: str, statement: str, block: Block) -> None:
    before = (list(Entry.objects.values()), list(Block.objects.values()))
    if "-1" in statement and connection.vendor == "sqlite":
        _run(statement.format(table=table))  # SQLite's triggers know rows only; there is none here
    else:
        with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
            _run(statement.format(table=table))
    assert (list(Entry.objects.values()), list(Block.objects.values())) == before


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["audit_entry", "audit_block"])
def test_the_database_refuses_the_ways_around(table: str, block: Block) -> None:
    """SQLite's REPLACE fires no DELETE trigger; PostgreSQL's TRUNCATE and its upsert fire others."""
    columns = ", ".join(f'"{field.column}"' for field in (Entry if table == "audit_entry" else Block)._meta.fields)
    copy = f"INTO {table} ({columns}) SELECT {columns} FROM {table} WHERE true"
    ways = {
        "sqlite": [f"INSERT OR REPLACE {copy}", f"INSERT {copy} ON CONFLICT (id) DO UPDATE SET municipality = 1"],
        "postgresql": [f"TRUNCATE {table}", f"INSERT {copy} ON CONFLICT (id) DO UPDATE SET municipality = 1"],
    }
    for way in ways[connection.vendor]:
        with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
            _run(way)
    assert (Entry.objects.count(), Block.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_no_new_row_takes_the_place_of_another(block: Block) -> None:
    """Under a number of its own, but with the same place in the chain, or the same look in the same hour."""
    hourly = {"kind": "list", "hour": MONDAY, "table": AMINAS_PLAN.pk}
    entered = Entry.objects.get()
    values = {name: getattr(entered, name) for name in (*Entry.CONTENT, "digest")}
    Entry(**{**values, **hourly}).save()
    for model, table in ((Block, "audit_block"), (Entry, "audit_entry")):
        columns = ", ".join(f'"{field.column}"' for field in model._meta.fields if field.column != "id")
        verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
        before = list(model.objects.order_by("pk").values())
        last = f"(SELECT max(id) FROM {table})"
        with pytest.raises(IntegrityError), transaction.atomic():
            _run(f"{verb} INTO {table} (id, {columns}) SELECT id + 99, {columns} FROM {table} WHERE id = {last}")
        assert list(model.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_the_triggers_that_rest_in_tests_come_back(block: Block) -> None:
    with triggers_at_rest():
        _run("UPDATE audit_entry SET act = 'goal.hide'")
    assert Entry.objects.get().act == "goal.hide"
    with pytest.raises(IntegrityError, match="append only"), transaction.atomic():
        _run("UPDATE audit_entry SET act = 'goal.write'")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "promise"),
    [
        ({"kind": "glance"}, "entry_is_of_a_known_kind"),
        ({"kind": "list"}, "only_a_list_look_has_an_hour"),
        ({"hour": MONDAY}, "only_a_list_look_has_an_hour"),
        ({"digest": ""}, "entry_has_a_digest"),
    ],
)
def test_the_table_keeps_its_own_promises(change: dict[str, Any], promise: str, entry: Entry) -> None:
    values = {name: getattr(entry, name) for name in (*Entry.CONTENT, "digest")}
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        Entry(**{**values, **change}).save()
    Entry(**values).save()
    assert Entry.objects.count() == 2


@pytest.mark.django_db
def test_a_municipality_has_one_chain(block: Block) -> None:
    values = {field.name: getattr(block, field.name) for field in Block._meta.fields if field.name != "id"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Block(**values).save()
    Block(**{**values, "municipality": AALBORG + 1}).save()
    assert Block.objects.count() == 2


@pytest.mark.django_db
def test_the_digest_covers_everything_but_the_number_and_itself(entry: Entry) -> None:
    covered = {*Entry.CONTENT, "id", "digest"}
    assert covered == {field.name for field in Entry._meta.fields}


@pytest.mark.parametrize("model", [Entry, Block])
def test_every_field_is_classed_once(model: type[Entry] | type[Block]) -> None:
    assert sorted(name for _, name in model.privacy.named()) == sorted(field.name for field in model._meta.fields)


@pytest.mark.parametrize("model", [Entry, Block])
def test_there_are_no_foreign_keys(model: type[Entry] | type[Block]) -> None:
    assert [field.name for field in model._meta.get_fields() if field.is_relation] == []


def _run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
