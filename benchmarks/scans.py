"""Which queries of a page read a whole table that grows with other people's data; the database itself says so."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper

MANY = 500
SCAN = re.compile(r"^SCAN (?:TABLE )?(\S+)")
NAMED = re.compile(r'"(\w+)" (?:AS )?"?(\w+)"?')


@dataclass(frozen=True, slots=True)
class Scan:
    """A whole table read, and the query that does it."""

    table: str
    sql: str


def scans_of(queries: Sequence[str]) -> list[Scan]:
    """The scans of big tables among what the queries would do; each table once."""
    found: dict[str, Scan] = {}
    for sql in queries:
        # Of a message of several, only the first would be explained, and the rest done.
        if sql.lstrip().upper().startswith(("SELECT", "WITH")) and "set_config" not in sql:
            for table in _scanned(sql):
                if table in _big():
                    found.setdefault(table, Scan(table, sql))
    return list(found.values())


@cache
def _big() -> frozenset[str]:
    """Tables with more rows than a page's own things would be."""
    names = [model._meta.db_table for model in apps.get_models()]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # The walls hide the rows from us; what ANALYZE counted is open to all.
            cursor.execute("SELECT relname FROM pg_class WHERE relname = ANY(%s) AND reltuples > %s", [names, MANY])
            return frozenset(row[0] for row in cursor.fetchall())
        return frozenset(name for name in names if _rows(cursor, name) > MANY)


def _rows(cursor: CursorWrapper, table: str) -> int:
    cursor.execute(f'SELECT count(*) FROM (SELECT 1 FROM "{table}" LIMIT {MANY + 1}) AS some')
    count: int = cursor.fetchone()[0]
    return count


def _scanned(sql: str) -> Iterator[str]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
            plan = cursor.fetchone()[0]
            plan = json.loads(plan) if isinstance(plan, str) else plan
            yield from _sequential(plan[0]["Plan"])
            return
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        names = {alias: table for table, alias in NAMED.findall(sql)}
        for row in cursor.fetchall():
            scan = SCAN.match(row[3])
            if scan is not None:
                yield names.get(str(scan[1]), str(scan[1]))


def _sequential(node: dict[str, Any]) -> Iterator[str]:
    """What a plan of PostgreSQL reads from end to end, index or not."""
    whole = node["Node Type"] == "Seq Scan" or (node["Node Type"].startswith("Index") and "Index Cond" not in node)
    if whole and "Relation Name" in node:
        yield node["Relation Name"]
    for child in node.get("Plans", ()):
        yield from _sequential(child)
