"""The schedule table of the rounds."""

from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('name', models.CharField(max_length=40, primary_key=True, serialize=False)),
                ('due_at', models.DateTimeField()),
                ('claim', models.UUIDField(blank=True, null=True)),
                ('held_until', models.DateTimeField(blank=True, null=True)),
                ('began_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('did', models.PositiveIntegerField(default=0)),
                ('last_fault', models.CharField(blank=True, max_length=60)),
                ('faults', models.PositiveIntegerField(default=0)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('claim__isnull', True), ('held_until__isnull', True)), models.Q(('claim__isnull', False), ('held_until__isnull', False)), _connector='OR'), name='turn_held_by_whoever_claimed_it')],
            },
        ),
    ]
