"""Requests for help: a table of their own, behind the wall between municipalities."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):

    dependencies = [
        ('contactlog', '0002_walls'),
        ('pathways', '0002_walls'),
        ('people', '0002_the_cast_in_its_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='HelpRequest',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('call_me', 'Ring til mig'), ('wonder', 'Noget, jeg undrer mig over'), ('other', 'Et spørgsmål')], max_length=8)),
                ('words', models.TextField(blank=True)),
                ('about_act', models.CharField(blank=True, max_length=60)),
                ('about_on', models.DateField(blank=True, null=True)),
                ('asked_at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('form_key', models.UUIDField()),
                ('about_person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [models.Index(fields=['table', '-asked_at'], name='help_by_table'), models.Index(condition=models.Q(('answered_at__isnull', True), ('taken_back_at__isnull', True)), fields=['table', 'due_on'], name='help_still_open')],
                'constraints': [models.UniqueConstraint(fields=('table', 'form_key'), name='one_help_request_a_form'), models.CheckConstraint(condition=models.Q(('kind', 'call_me'), models.Q(('words', ''), _negated=True), _connector='OR'), name='question_has_words'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='help_answered_by_somebody'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('kind', 'call_me'), models.Q(('answer', ''), _negated=True), _connector='OR'), name='question_is_answered_in_words'), models.CheckConstraint(condition=models.Q(('answered_at__isnull', True), ('taken_back_at__isnull', True), _connector='OR'), name='help_answered_or_taken_back'), models.CheckConstraint(condition=models.Q(models.Q(('about_act', ''), ('about_on__isnull', True)), models.Q(('about_on__isnull', False), models.Q(('about_act', ''), _negated=True)), _connector='OR'), name='look_wondered_about_is_whole')],
            },
        ),
        *municipality_wall("contactlog_helprequest"),
    ]
