"""Topics, urgency and what an entry answers; copies to the journal, behind the wall between municipalities."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):

    dependencies = [
        ('contactlog', '0003_help_requests'),
        ('pathways', '0002_walls'),
        ('people', '0002_the_cast_in_its_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='JournalCopy',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('copied_at', models.DateTimeField()),
                ('format', models.CharField(choices=[('text', 'Tekst'), ('pdf', 'PDF')], max_length=4)),
                ('copied_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='journal_copies', to='contactlog.entry')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='copy_of_some_version'),
                ],
            },
        ),
        migrations.AddField(
            model_name='entry',
            name='replies_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='contactlog.entry'),
        ),
        migrations.AddField(
            model_name='entry',
            name='topics',
            field=models.CharField(blank=True, default='', max_length=100),
        ),
        migrations.AddField(
            model_name='entry',
            name='urgency',
            field=models.CharField(choices=[('none', 'Nej'), ('placement_found', 'Har fundet en plads'), ('at_risk', 'Plads eller job er i fare')], default='none', max_length=15),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('replies_to__isnull', True), models.Q(('replies_to', models.F('id')), _negated=True), _connector='OR'), name='entry_never_replies_to_itself'),
        ),
        *municipality_wall('contactlog_journalcopy'),
    ]
