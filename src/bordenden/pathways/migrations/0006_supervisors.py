"""A supervisor (Faglig leder) sits to read for some days; such a seat always has a last day."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("pathways", "0005_a_seat_in_the_family")]

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
                    ("family", "For bordenden i familien"),
                    ("supervisor", "Faglig leder"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=~Q(role="supervisor") | Q(ends_at__isnull=False), name="supervisor_has_a_last_day"
            ),
        ),
    ]
