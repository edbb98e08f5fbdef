"""The office of a supervisor (Faglig leder)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0004_keeper")]

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
                ],
                max_length=20,
            ),
        ),
    ]
