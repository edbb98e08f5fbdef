"""The office of a caseworker: who may be asked to stand in for whom, and who may bring in a caseload."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="office",
            name="role",
            field=models.CharField(
                choices=[
                    ("project_leader", "Projektleder"),
                    ("caseworker", "Sagsbehandler"),
                    ("agency", "Styrelsen"),
                    ("evaluator", "Evaluator"),
                    ("administrator", "Administrator"),
                ],
                max_length=20,
            ),
        ),
    ]
