"""The wall of the rulings, and how one complains everywhere in Denmark (retssikkerhedsloven, sections 66 and 67).

A municipality's own words are set where they are used (`bordenden complaintguide`).
"""

from datetime import UTC, datetime
from uuid import UUID

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from bordenden.foundation.rls import municipality_wall

NATIONAL = UUID("6f1d2a52-0000-4000-8000-000000000066")
WORDS = (
    "Er du ikke enig, kan du klage til kommunen. Gør det inden 4 uger, fra du fik brevet. "
    "Du kan skrive, eller du kan ringe og sige det. "
    "Kommunen ser på sagen igen. Får du ikke medhold, sender kommunen klagen videre til Ankestyrelsen."
)


def everybodys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    guides = apps.get_model("plans", "ComplaintGuide")
    guides.objects.create(id=NATIONAL, words=WORDS, written_at=datetime(2026, 1, 1, tzinfo=UTC))


def nobodys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("plans", "ComplaintGuide").objects.filter(pk=NATIONAL).delete()


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_rulings")]
    operations = [migrations.RunPython(everybodys, nobodys), *municipality_wall("plans_ruling")]
