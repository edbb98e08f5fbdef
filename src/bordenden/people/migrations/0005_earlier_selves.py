"""Who somebody was in a municipality they moved from, under the same login."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='EarlierSelf',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('since', models.DateTimeField()),
                ('login', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='earlier_selves', to=settings.AUTH_USER_MODEL)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'verbose_name_plural': 'earlier selves',
            },
        ),
    ]
