"""Every known item gets its identity, finished sheets stay as open as they were, and the walls and triggers stand."""

from importlib import import_module

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F

from bordenden.foundation.engine_sql import EngineSQL
from bordenden.foundation.rls import municipality_wall

# The wall binds the tables' owner too; for this one update, which is about every municipality, it is let down.
DOWN = "ALTER TABLE assessments_sheet NO FORCE ROW LEVEL SECURITY"
UP = "ALTER TABLE assessments_sheet FORCE ROW LEVEL SECURITY"
FINAL = import_module("bordenden.assessments.migrations.0002_published_is_final")
# The five questions of 0.1 and where they belong (domain.md 1).
AREAS = {
    "tro-paa-arbejde": "work",
    "helbred": "health",
    "kraefter": "health",
    "venner": "everyday",
    "selvtillid": "self",
}


def fill(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """In 0.1 a code was the identity, and a finished sheet was seen by whoever she had opened the room for."""
    item = apps.get_model("assessments", "Item")
    item.objects.filter(version__published_at__isnull=False).update(identity=F("code"))
    for code, area in AREAS.items():
        item.objects.filter(code=code).update(area=area)
    sheet = apps.get_model("assessments", "Sheet")
    sheet.objects.filter(finished_at__isnull=False).update(sharing="sent", shared_at=F("finished_at"))


class Migration(migrations.Migration):
    dependencies = [("assessments", "0004_engine")]

    operations = [
        EngineSQL("postgresql", DOWN, UP),
        migrations.RunPython(fill, migrations.RunPython.noop),
        EngineSQL("postgresql", UP, DOWN),
        EngineSQL("sqlite", FINAL.SQLITE, FINAL.SQLITE_BACK),
        EngineSQL("postgresql", FINAL.POSTGRESQL, FINAL.POSTGRESQL_BACK),
        *municipality_wall(
            "assessments_pick",
            "assessments_workon",
            "assessments_caseworkersheet",
            "assessments_caseworkeranswer",
            "assessments_belieftally",
        ),
    ]
