"""A candidate who has a table from before keeps it in sight."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0006_caseworker_proposed'),
        ('pathways', '0011_mentors_found_by_municipality'),
    ]

    operations = [
        migrations.AddField(
            model_name='candidate',
            name='known_table',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table'),
        ),
    ]
