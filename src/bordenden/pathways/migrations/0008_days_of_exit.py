"""Each course that is over gets the day of its exit."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import OuterRef, Subquery

from bordenden.foundation.snapshot import tell


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Municipality by municipality: behind the walls of PostgreSQL no others are seen."""
    Enrolment, Exit = apps.get_model("pathways", "Enrolment"), apps.get_model("pathways", "Exit")
    day = Exit.objects.filter(enrolment=OuterRef("pk")).values("on")
    for municipality in apps.get_model("people", "Municipality").objects.order_by("pk"):
        tell(municipality.pk, None)
        Enrolment.objects.filter(municipality=municipality, exit__isnull=False).update(ended_on=Subquery(day))
    tell(None, None)


class Migration(migrations.Migration):
    dependencies = [("pathways", "0007_in_and_out")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
