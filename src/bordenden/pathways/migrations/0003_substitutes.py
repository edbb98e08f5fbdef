"""A substitute (Vikar) sits for a stretch of time that always has a last day."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("pathways", "0002_walls")]

    operations = [
        migrations.AlterField(
            model_name="seat",
            name="role",
            field=models.CharField(
                choices=[
                    ("head", "For bordenden"),
                    ("coordinator", "Koordinerende sagsbehandler"),
                    ("mentor", "Mentor"),
                    ("guest", "Gæst"),
                    ("substitute", "Vikar"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=~Q(role="substitute") | Q(ends_at__isnull=False), name="substitute_has_a_last_day"
            ),
        ),
    ]
