"""Numbers for a crisis: the table, and the two that hold everywhere in Denmark.

The regions' and the municipalities' own numbers differ and are set where they are used (`bordenden crisislines`).
Hours that change from year to year are left out rather than wrong.
"""

from uuid import UUID

import bordenden.foundation.ids
import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

NATIONAL = (
    (UUID("6f1d2a52-0000-4000-8000-000000000112"), 0, "Alarmcentralen", "112", "hele døgnet"),
    (UUID("6f1d2a52-0000-4000-8000-000070201201"), 50, "Livslinien", "70 201 201", ""),
)


def everybodys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    lines = apps.get_model("people", "CrisisLine")
    for pk, position, name, phone, hours in NATIONAL:
        lines.objects.create(id=pk, position=position, name=name, phone=phone, hours=hours)


def nobodys(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("people", "CrisisLine").objects.filter(pk__in=[row[0] for row in NATIONAL]).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_the_cast_in_its_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='CrisisLine',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80)),
                ('phone', models.CharField(max_length=20)),
                ('hours', models.CharField(blank=True, max_length=80)),
                ('position', models.PositiveSmallIntegerField()),
                ('made_up', models.BooleanField(default=False)),
                ('municipality', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('municipality', 'position'), name='one_crisis_line_a_place_and_position'), models.UniqueConstraint(condition=models.Q(('municipality__isnull', True)), fields=('position',), name='one_national_crisis_line_a_position')],
            },
        ),
        migrations.RunPython(everybodys, nobodys),
    ]
