"""That a course ends is said by those who end it; no table is changed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reviews', '0002_walls'),
    ]

    operations = [
        migrations.AlterField(
            model_name='review',
            name='onwards',
            field=models.CharField(blank=True, choices=[('as_it_is', 'Vi går videre som nu'), ('changed', 'Vi går videre med en ændret plan'), ('pause', 'Vi holder en pause'), ('end', 'Vi afslutter forløbet')], max_length=8),
        ),
    ]
