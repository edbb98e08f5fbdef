"""The database itself refuses to change a published version: its row, its questions, and adding or taking one.

SQLite drops a table's triggers when a later migration rebuilds the table (any AlterField does): such a
migration must put them back; tests/assessments/test_models.py notices.
"""

from django.db import migrations

from bordenden.foundation.engine_sql import EngineSQL

VERSION, ITEM = "assessments_instrumentversion", "assessments_item"
SAYS = "a published version is never changed"

# REPLACE removes the old row without firing DELETE triggers, hence the last two.
SQLITE = f"""
CREATE TRIGGER {VERSION}_no_update BEFORE UPDATE ON {VERSION} WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {VERSION}_no_delete BEFORE DELETE ON {VERSION} WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {VERSION}_no_replace BEFORE INSERT ON {VERSION}
WHEN EXISTS (SELECT 1 FROM {VERSION} WHERE id = NEW.id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {ITEM}_no_update BEFORE UPDATE ON {ITEM}
WHEN EXISTS (SELECT 1 FROM {VERSION} WHERE id IN (OLD.version_id, NEW.version_id) AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {ITEM}_no_delete BEFORE DELETE ON {ITEM}
WHEN EXISTS (SELECT 1 FROM {VERSION} WHERE id = OLD.version_id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {ITEM}_no_insert BEFORE INSERT ON {ITEM}
WHEN EXISTS (SELECT 1 FROM {VERSION} WHERE id = NEW.version_id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {ITEM}_no_replace BEFORE INSERT ON {ITEM}
WHEN EXISTS (SELECT 1 FROM {ITEM} JOIN {VERSION} ON {VERSION}.id = {ITEM}.version_id
             WHERE {ITEM}.id = NEW.id AND published_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
"""
SQLITE_BACK = "".join(
    f"DROP TRIGGER {table}_no_{what};"
    for table, events in ((VERSION, ("update", "delete", "replace")), (ITEM, ("update", "delete", "insert", "replace")))
    for what in events
)

POSTGRESQL = f"""
CREATE FUNCTION assessments_version_is_final() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.published_at IS NOT NULL THEN
    RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION assessments_item_is_final() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF EXISTS (SELECT 1 FROM {VERSION} WHERE published_at IS NOT NULL AND (
      (TG_OP <> 'INSERT' AND id = OLD.version_id) OR (TG_OP <> 'DELETE' AND id = NEW.version_id))) THEN
    RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER {VERSION}_is_final BEFORE UPDATE OR DELETE ON {VERSION}
FOR EACH ROW EXECUTE FUNCTION assessments_version_is_final();
CREATE TRIGGER {ITEM}_is_final BEFORE INSERT OR UPDATE OR DELETE ON {ITEM}
FOR EACH ROW EXECUTE FUNCTION assessments_item_is_final();
"""
POSTGRESQL_BACK = f"""
DROP TRIGGER {VERSION}_is_final ON {VERSION};
DROP TRIGGER {ITEM}_is_final ON {ITEM};
DROP FUNCTION assessments_version_is_final();
DROP FUNCTION assessments_item_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial")]

    operations = [
        EngineSQL("sqlite", SQLITE, SQLITE_BACK),
        EngineSQL("postgresql", POSTGRESQL, POSTGRESQL_BACK),
    ]
