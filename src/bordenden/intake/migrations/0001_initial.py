"""Files on their way in, each behind the wall of its own uploader."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models

from bordenden.foundation.rls import owner_wall


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0002_the_cast_in_its_order'),
        ('programmes', '0002_caseworkers'),
    ]

    operations = [
        migrations.CreateModel(
            name='CaseloadFile',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('content', models.TextField(blank=True)),
                ('lines', models.PositiveIntegerField()),
                ('uploaded_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.project')),
            ],
            options={
                'indexes': [models.Index(fields=['owner', 'project'], name='caseload_file_by_owner')],
                'constraints': [models.CheckConstraint(condition=models.Q(('closed_at__isnull', True), ('content', ''), _connector='OR'), name='closed_caseload_file_is_empty'), models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('owner', 'project'), name='one_open_caseload_file_an_owner')],
            },
        ),
        *owner_wall("intake_caseloadfile", column="owner_id"),
    ]
