"""Row-level security on PostgreSQL: the second wall between municipalities (the first is the gate).

`snapshot` and `writing` tell the database who asks. A policy that finds nothing told shows nothing and lets
nothing be written. It binds the table's owner too (FORCE), but no superuser and no role with BYPASSRLS: how
the roles are made stands in docs/operations/postgresql.md.
"""

import re

from bordenden.foundation.engine_sql import EngineSQL

# In a scalar subquery the setting is read once a statement, not once a row. NULLIF: a setting that was ever
# local to a transaction is an empty text in the session afterwards, not NULL.
_MUNICIPALITY = "(SELECT nullif(current_setting('app.municipality', true), '')::int)"
_ACTOR = "(SELECT nullif(current_setting('app.actor', true), '')::uuid)"
_NATIONAL = "(SELECT coalesce(current_setting('app.national', true), '') = 'on')"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def municipality_wall(*tables: str, column: str = "municipality_id") -> list[EngineSQL]:
    """Migration steps: rows are read and written in their own municipality; a national snapshot reads all."""
    return [_wall(table, f"{_name(column)} = {_MUNICIPALITY}", national=True) for table in tables]


def owner_wall(*tables: str, column: str = "owner") -> list[EngineSQL]:
    """Migration steps: rows are read and written by the one actor they belong to, and by nobody else."""
    return [_wall(table, f"{_name(column)} = {_ACTOR}", national=False) for table in tables]


def _wall(table: str, own: str, *, national: bool) -> EngineSQL:
    table = _name(table)
    lines = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY {table}_own ON {table} USING ({own}) WITH CHECK ({own})",
    ]
    back = [f"DROP POLICY {table}_own ON {table}"]
    if national:
        lines.append(f"CREATE POLICY {table}_national ON {table} FOR SELECT USING ({_NATIONAL})")
        back.append(f"DROP POLICY {table}_national ON {table}")
    back += [
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY",
    ]
    return EngineSQL("postgresql", ";\n".join(lines), ";\n".join(back))


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError(f"not a name of a table or column: {text!r}")
    return text
