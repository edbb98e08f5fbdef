"""A table may be closed: to be read, and written at no more."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0009_a_reference_comes_back'),
    ]

    operations = [
        migrations.AddField(
            model_name='table',
            name='closed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
