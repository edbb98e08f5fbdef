"""A case number is found as people write it: a key computed by us, because neither database folds case as Danes do."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.snapshot import tell

BATCH = 1_000


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Municipality by municipality: behind the walls of PostgreSQL no others are seen."""
    Enrolment = apps.get_model("pathways", "Enrolment")
    for municipality in apps.get_model("people", "Municipality").objects.order_by("pk"):
        tell(municipality.pk, None)
        found = []
        for enrolment in Enrolment.objects.filter(municipality=municipality).only("reference").iterator(BATCH):
            enrolment.reference_key = reference_key(enrolment.reference)
            found.append(enrolment)
        Enrolment.objects.bulk_update(found, ["reference_key"], BATCH)
    tell(None, None)


class Migration(migrations.Migration):
    dependencies = [("pathways", "0003_substitutes"), ("people", "0001_initial")]

    operations = [
        migrations.AddField("enrolment", "reference_key", models.CharField(blank=True, default="", max_length=60), preserve_default=False),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
