"""Who is asked what goes along, and what has arrived and is not received yet."""

import bordenden.foundation.ids
import django.core.serializers.json
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pathways', '0010_closed_tables'),
        ('people', '0005_earlier_selves'),
    ]

    operations = [
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('move', models.UUIDField(unique=True)),
                ('person', models.UUIDField()),
                ('name', models.CharField(max_length=121)),
                ('suitcase', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('sent_at', models.DateTimeField()),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('origin', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('received_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('table', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [models.Index(fields=['municipality', 'received_at'], name='arrivals_of_a_municipality')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('received_at__isnull', True), ('received_by__isnull', True), ('table__isnull', True)), models.Q(('received_at__isnull', False), ('received_by__isnull', False), ('table__isnull', False)), _connector='OR'), name='arrival_is_received_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Move',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('yes', 'Ja, tag det med'), ('no', 'Nej, begynd forfra')], max_length=3)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('destination', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('exit', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='move', to='pathways.exit')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('answer', 'yes'), ('sent_at__isnull', True)), fields=['answered_at'], name='moves_to_be_sent')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='move_is_answered_at_a_moment'), models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), ('answer', 'yes'), _connector='OR'), name='nothing_is_sent_without_her_yes')],
            },
        ),
    ]
