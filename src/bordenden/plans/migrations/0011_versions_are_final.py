"""The database itself refuses to change what a version says; and the walls of the new tables on PostgreSQL.

SQLite drops a table's triggers when a later migration rebuilds the table (any AlterField does): such a
migration must put them back; tests/plans/test_versions.py notices.
"""

from django.db import migrations

from bordenden.foundation.engine_sql import EngineSQL
from bordenden.foundation.rls import municipality_wall

VERSION = "plans_planversion"
SAYS = "what a version of the plan says is never changed"
CHANGED = " OR ".join(f"OLD.{name} {{differs}} NEW.{name}" for name in ("content", "number", "plan_id", "made_at"))

SQLITE = f"""
CREATE TRIGGER {VERSION}_is_final BEFORE UPDATE ON {VERSION} WHEN {CHANGED.format(differs="IS NOT")}
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {VERSION}_no_delete BEFORE DELETE ON {VERSION}
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
"""
SQLITE_BACK = f"DROP TRIGGER {VERSION}_is_final; DROP TRIGGER {VERSION}_no_delete;"

POSTGRESQL = f"""
CREATE FUNCTION plans_version_is_final() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' OR {CHANGED.format(differs="IS DISTINCT FROM")} THEN
    RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER {VERSION}_is_final BEFORE UPDATE OR DELETE ON {VERSION}
FOR EACH ROW EXECUTE FUNCTION plans_version_is_final();
"""
POSTGRESQL_BACK = f"DROP TRIGGER {VERSION}_is_final ON {VERSION}; DROP FUNCTION plans_version_is_final();"


class Migration(migrations.Migration):
    dependencies = [("plans", "0010_versions_layouts_and_kinds")]

    operations = [
        EngineSQL("sqlite", SQLITE, SQLITE_BACK),
        EngineSQL("postgresql", POSTGRESQL, POSTGRESQL_BACK),
        *municipality_wall("plans_kindchange", "plans_planlayout"),
    ]
