"""The office of a member of the steering group (Styregruppe), once at a time for an area."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("programmes", "0005_supervisors")]

    operations = [
        migrations.AlterField(
            model_name="office",
            name="role",
            field=models.CharField(
                choices=[
                    ("project_leader", "Projektleder"),
                    ("caseworker", "Sagsbehandler"),
                    ("professional", "Fagperson"),
                    ("agency", "Styrelsen"),
                    ("evaluator", "Evaluator"),
                    ("keeper", "Ansvarlig for mulighederne"),
                    ("administrator", "Administrator"),
                    ("supervisor", "Faglig leder"),
                    ("steering", "Styregruppe"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="office",
            constraint=models.UniqueConstraint(
                fields=["project", "person", "department"],
                condition=Q(role="steering", ends_at__isnull=True),
                name="once_in_the_steering_group_for_an_area",
            ),
        ),
    ]
