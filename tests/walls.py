"""The application's own role on PostgreSQL: what it does meets the walls; SQLite has no roles."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

POSTGRESQL = connection.vendor == "postgresql"
# Roles belong to the whole cluster: each worker of the tests has its own.
ROLE = f"walls_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


@contextmanager
def as_the_application() -> Iterator[None]:
    """A role with the rights of docs/operations/postgresql.md: no superuser, no way round the walls."""
    if not POSTGRESQL:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} NOLOGIN NOBYPASSRLS NOSUPERUSER")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {ROLE}")
        cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_block FROM {ROLE}")
        cursor.execute(f"SET ROLE {ROLE}")
        try:
            yield
        finally:
            cursor.execute("RESET ROLE")
            cursor.execute(f"DROP OWNED BY {ROLE}")
            cursor.execute(f"DROP ROLE {ROLE}")
