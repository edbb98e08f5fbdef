"""The cast as the audit knows it: ids and codes. It stands below people, so it never meets them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from django.db import connection

from bordenden.audit.looks import Look

AALBORG, ODENSE = 851, 461
MONDAY = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    pk: UUID


@dataclass(frozen=True)
class Table:
    pk: UUID
    municipality_id: int = AALBORG

    @property
    def table_id(self) -> UUID:
        return self.pk


@dataclass(frozen=True)
class Plan:
    pk: UUID
    table_id: UUID | None
    municipality_id: int = AALBORG


AMINA, BO, BIRTHE, MIE, NIELS = (Person(UUID(int=n)) for n in range(1, 6))
AMINAS_TABLE = Table(UUID(int=100))
AMINAS_PLAN = Plan(UUID(int=101), AMINAS_TABLE.pk)
NIELS_TABLE = Table(UUID(int=200), ODENSE)
NIELS_PLAN = Plan(UUID(int=201), NIELS_TABLE.pk, ODENSE)


def look(kind: str = "look", *, on: Plan = AMINAS_PLAN, act: str = "plan.read") -> Look:
    """A look at Amina's plan, unless said otherwise."""
    return Look(
        act=act, kind=kind, thing_type="plan", thing=on.pk, table=on.table_id, municipality=on.municipality_id
    )


def looks(count: int) -> list[Look]:
    """Looks at as many different things on Amina's table."""
    return [look(on=Plan(uuid4(), AMINAS_TABLE.pk)) for _ in range(count)]


_REFUSE = {
    "sqlite": [
        "CREATE TRIGGER full_disk BEFORE INSERT ON audit_entry WHEN NEW.act LIKE '{act}'"
        " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
    ],
    "postgresql": [
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$",
        "CREATE TRIGGER full_disk BEFORE INSERT ON audit_entry FOR EACH ROW"
        " WHEN (NEW.act LIKE '{act}') EXECUTE FUNCTION full_disk()",
    ],
}
_ACCEPT = {
    "sqlite": ["DROP TRIGGER full_disk"],
    "postgresql": ["DROP TRIGGER full_disk ON audit_entry", "DROP FUNCTION full_disk()"],
}


@contextmanager
def the_log_cannot_be_written(act: str = "%") -> Iterator[None]:
    """The database itself fails every insert whose act is like this."""
    _run(sql.format(act=act) for sql in _REFUSE[connection.vendor])
    try:
        yield
    finally:
        _run(_ACCEPT[connection.vendor])


def _run(statements: Iterator[str] | list[str]) -> None:
    with connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)
