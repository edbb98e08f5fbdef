"""On PostgreSQL the walls between municipalities stand a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("families", "0001_initial")]
    operations = municipality_wall(
        "families_family",
        "families_member",
        "families_guardianship",
        "families_consent",
        "families_part",
        "families_partwords",
        "families_partshare",
        "families_undertaking",
    )
