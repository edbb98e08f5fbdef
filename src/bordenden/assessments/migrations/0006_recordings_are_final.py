"""The database refuses to change the recordings of a published version too: adding, changing or taking one."""

from django.db import migrations

from bordenden.foundation.engine_sql import EngineSQL

VERSION, ITEM, RECORDING = "assessments_instrumentversion", "assessments_item", "assessments_recording"
SAYS = "a published version is never changed"
_PUBLISHED = f"SELECT 1 FROM {ITEM} JOIN {VERSION} ON {VERSION}.id = {ITEM}.version_id WHERE published_at IS NOT NULL"

# A recording's key is its question's: REPLACE is met by the trigger for INSERT.
SQLITE = f"""
CREATE TRIGGER {RECORDING}_no_insert BEFORE INSERT ON {RECORDING}
WHEN EXISTS ({_PUBLISHED} AND {ITEM}.id = NEW.item_id)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {RECORDING}_no_update BEFORE UPDATE ON {RECORDING}
WHEN EXISTS ({_PUBLISHED} AND {ITEM}.id IN (OLD.item_id, NEW.item_id))
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
CREATE TRIGGER {RECORDING}_no_delete BEFORE DELETE ON {RECORDING}
WHEN EXISTS ({_PUBLISHED} AND {ITEM}.id = OLD.item_id)
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END;
"""
SQLITE_BACK = "".join(f"DROP TRIGGER {RECORDING}_no_{what};" for what in ("insert", "update", "delete"))

POSTGRESQL = f"""
CREATE FUNCTION assessments_recording_is_final() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF EXISTS ({_PUBLISHED} AND (
      (TG_OP <> 'INSERT' AND {ITEM}.id = OLD.item_id) OR (TG_OP <> 'DELETE' AND {ITEM}.id = NEW.item_id))) THEN
    RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER {RECORDING}_is_final BEFORE INSERT OR UPDATE OR DELETE ON {RECORDING}
FOR EACH ROW EXECUTE FUNCTION assessments_recording_is_final();
"""
POSTGRESQL_BACK = f"""
DROP TRIGGER {RECORDING}_is_final ON {RECORDING};
DROP FUNCTION assessments_recording_is_final();
"""


class Migration(migrations.Migration):
    dependencies = [("assessments", "0005_identity_and_walls")]

    operations = [
        EngineSQL("sqlite", SQLITE, SQLITE_BACK),
        EngineSQL("postgresql", POSTGRESQL, POSTGRESQL_BACK),
    ]
