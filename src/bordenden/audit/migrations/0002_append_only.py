"""The database itself refuses to change or remove what the audit holds, and lets the sealer wait for slow writers.

SQLite drops a table's triggers when a later migration rebuilds the table (any AlterField does): such a
migration must put them back; tests/audit/test_models.py notices.
"""

from django.db import migrations

from bordenden.foundation.engine_sql import EngineSQL

TABLES = ("audit_entry", "audit_block")

# REPLACE removes the old row without firing DELETE triggers, hence the third.
SQLITE = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END;
"""
SQLITE_BACK = """
DROP TRIGGER {table}_no_update; DROP TRIGGER {table}_no_delete; DROP TRIGGER {table}_no_replace;
"""

POSTGRESQL_FUNCTIONS = """
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the audit is append only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE FUNCTION audit_enter() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_advisory_xact_lock_shared(1635083380, 1); RETURN NULL; END $$;
"""
POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
"""
# Fires before the statement takes a number from the sequence: whoever holds a number holds this lock too.
POSTGRESQL_ENTER = """
CREATE TRIGGER audit_entry_enter BEFORE INSERT ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_enter();
"""


def for_each_table(sql: str) -> str:
    return "".join(sql.format(table=table) for table in TABLES)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        EngineSQL("sqlite", for_each_table(SQLITE), for_each_table(SQLITE_BACK)),
        EngineSQL(
            "postgresql",
            POSTGRESQL_FUNCTIONS + for_each_table(POSTGRESQL) + POSTGRESQL_ENTER,
            "DROP TRIGGER audit_entry_enter ON audit_entry;"
            + for_each_table("DROP TRIGGER {table}_append_only ON {table};")
            + "DROP FUNCTION audit_enter(); DROP FUNCTION audit_refuse();",
        ),
    ]
