"""Whom the intake officer proposes as caseworker, under which case number, and who noted an answer given on paper."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0005_kinds_of_files'),
        ('people', '0004_notices'),
    ]

    operations = [
        migrations.AddField(
            model_name='referral',
            name='caseworker',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='referral',
            name='noted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='referral',
            name='reference',
            field=models.CharField(blank=True, max_length=20),
        ),
    ]
