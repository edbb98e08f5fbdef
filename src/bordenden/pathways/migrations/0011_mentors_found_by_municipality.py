"""Who sits as mentor in a municipality is found without going through everybody who lives there."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("pathways", "0010_closed_tables")]

    operations = [
        migrations.AddIndex(
            model_name="seat",
            index=models.Index(
                fields=["municipality", "person"],
                condition=Q(role="mentor", ends_at__isnull=True),
                name="open_mentor_by_municipality",
            ),
        ),
    ]
