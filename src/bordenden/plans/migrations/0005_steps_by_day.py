"""The open steps of a day are found without reading them all."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0004_references_to_search_by'),
        ('people', '0004_notices'),
        ('plans', '0004_owners_and_walls'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='smallstep',
            index=models.Index(condition=models.Q(('done_at__isnull', True), ('due_on__isnull', False)), fields=['municipality', 'due_on'], name='open_step_by_day'),
        ),
    ]
