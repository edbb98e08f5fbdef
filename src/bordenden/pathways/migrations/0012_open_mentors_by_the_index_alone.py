"""Open mentors are read from their index alone, without a look at every seat."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("pathways", "0011_mentors_found_by_municipality")]

    operations = [
        migrations.RemoveIndex(model_name="seat", name="open_mentor_by_municipality"),
        migrations.AddIndex(
            model_name="seat",
            index=models.Index(
                fields=["municipality", "person", "role", "ends_at"],
                condition=Q(role="mentor", ends_at__isnull=True),
                name="open_mentor_by_municipality",
            ),
        ),
    ]
