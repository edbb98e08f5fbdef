"""The instrument engine: editions, identities, drafts, sharing, the pen, picks and the second informant.

The triggers that keep published versions final are taken down first and put back in 0005: SQLite drops them with
every table it rebuilds.
"""

from importlib import import_module

import bordenden.foundation.ids
from bordenden.foundation.engine_sql import EngineSQL
import django.db.models.deletion
from django.db import migrations, models


FINAL = import_module("bordenden.assessments.migrations.0002_published_is_final")


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0003_walls'),
        ('pathways', '0002_walls'),
        ('people', '0002_the_cast_in_its_order'),
        ('programmes', '0001_initial'),
    ]

    operations = [
        EngineSQL("sqlite", FINAL.SQLITE_BACK, FINAL.SQLITE),
        EngineSQL("postgresql", FINAL.POSTGRESQL_BACK, FINAL.POSTGRESQL),
        migrations.CreateModel(
            name='BeliefTally',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('quarter', models.DateField()),
                ('asked', models.PositiveSmallIntegerField()),
                ('believed', models.PositiveSmallIntegerField()),
                ('said_at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='programmes.project')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('project', 'by', 'quarter'), name='one_tally_a_caseworker_and_quarter'),
                    models.CheckConstraint(condition=models.Q(('asked__gte', 1), ('asked__lte', 10), ('believed__lte', models.F('asked'))), name='tally_is_of_ten_at_most'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CaseworkerSheet',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('said_at', models.DateTimeField()),
                ('form_key', models.UUIDField()),
                ('informant', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.instrumentversion')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['table', 'said_at'], name='caseworker_sheet_by_table'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('table', 'form_key'), name='one_caseworker_sheet_a_form'),
                ],
            },
        ),
        migrations.CreateModel(
            name='CaseworkerAnswer',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('value', models.PositiveSmallIntegerField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.item')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='assessments.caseworkersheet')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('sheet', 'item'), name='one_answer_an_item_and_caseworker_sheet'),
                    models.CheckConstraint(condition=models.Q(('value__gte', 0), ('value__lte', 10)), name='a_caseworkers_value_is_on_the_scale'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Pick',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.item')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='picks', to='assessments.sheet')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('sheet', 'item'), name='one_pick_an_item_and_sheet'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='recording', serialize=False, to='assessments.item')),
                ('content', models.BinaryField()),
                ('media_type', models.CharField(max_length=40)),
                ('artificial', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='TestRun',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('begun_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('on_the_whole', models.TextField(blank=True)),
                ('form_key', models.UUIDField(unique=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='test_runs', to='assessments.instrumentversion')),
            ],
        ),
        migrations.CreateModel(
            name='TestRemark',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40)),
                ('clear', models.BooleanField(default=True)),
                ('words', models.CharField(blank=True, max_length=500)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='assessments.testrun')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('run', 'code'), name='one_remark_a_run_and_question'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='withdrawal', serialize=False, to='assessments.item')),
                ('at', models.DateTimeField()),
                ('why', models.CharField(max_length=300)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
        ),
        migrations.CreateModel(
            name='WorkOn',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('place', models.PositiveSmallIntegerField()),
                ('step_words', models.CharField(blank=True, max_length=200)),
                ('wish', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('chosen_at', models.DateTimeField()),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.item')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='work_on', to='assessments.sheet')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('sheet', 'item'), name='one_choice_an_item_and_sheet'),
                    models.CheckConstraint(condition=models.Q(('wish__isnull', True), models.Q(('wish__gte', 0), ('wish__lte', 10)), _connector='OR'), name='a_wished_score_is_on_the_scale'),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name='instrumentversion',
            name='same_file_imported_once',
        ),
        migrations.RemoveConstraint(
            model_name='item',
            name='item_code_once_a_version',
        ),
        migrations.RemoveConstraint(
            model_name='item',
            name='item_position_once_a_version',
        ),
        migrations.RemoveConstraint(
            model_name='sheet',
            name='one_open_sheet_a_table',
        ),
        migrations.AddField(
            model_name='instrument',
            name='municipality',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality'),
        ),
        migrations.AddField(
            model_name='instrument',
            name='purpose',
            field=models.CharField(choices=[('situation', 'Min vurdering'), ('wellbeing', 'Min trivsel'), ('caseworker', 'Sagsbehandlerens blik')], default='situation', max_length=12),
        ),
        migrations.AddField(
            model_name='instrumentversion',
            name='changes',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='instrumentversion',
            name='edits',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='item',
            name='area',
            field=models.CharField(choices=[('work', 'Job eller uddannelse'), ('health', 'Helbred'), ('everyday', 'Hverdag'), ('self', 'Mig selv'), ('cooperation', 'Samarbejde'), ('wellbeing', 'Trivsel'), ('local', 'Spørgsmål fra kommunen')], default='self', max_length=12),
        ),
        migrations.AddField(
            model_name='item',
            name='continues',
            field=models.SlugField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='item',
            name='edition',
            field=models.CharField(blank=True, choices=[('udd', 'Uddannelse'), ('job', 'Job')], max_length=3),
        ),
        migrations.AddField(
            model_name='item',
            name='identity',
            field=models.SlugField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='item',
            name='indicator',
            field=models.SlugField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='item',
            name='shielded',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='sheet',
            name='confirmed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='sheet',
            name='edition',
            field=models.CharField(blank=True, choices=[('udd', 'Uddannelse'), ('job', 'Job')], max_length=3),
        ),
        migrations.AddField(
            model_name='sheet',
            name='local_version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.instrumentversion'),
        ),
        migrations.AddField(
            model_name='sheet',
            name='pen',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.AddField(
            model_name='sheet',
            name='purpose',
            field=models.CharField(choices=[('situation', 'Min vurdering'), ('wellbeing', 'Min trivsel'), ('caseworker', 'Sagsbehandlerens blik')], default='situation', max_length=12),
        ),
        migrations.AddField(
            model_name='sheet',
            name='shared_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='sheet',
            name='shared_to',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.seat'),
        ),
        migrations.AddField(
            model_name='sheet',
            name='shared_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='sheet',
            name='sharing',
            field=models.CharField(choices=[('kept', 'Behold det selv'), ('meeting', 'Vis det, når vi mødes'), ('sent', 'Send det')], default='kept', max_length=8),
        ),
        migrations.AlterField(
            model_name='instrumentversion',
            name='digest',
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddConstraint(
            model_name='instrument',
            constraint=models.UniqueConstraint(condition=models.Q(('municipality__isnull', False)), fields=('purpose', 'municipality'), name='one_local_addition_a_purpose_and_municipality'),
        ),
        migrations.AddConstraint(
            model_name='instrumentversion',
            constraint=models.UniqueConstraint(condition=models.Q(('digest', ''), _negated=True), fields=('instrument', 'digest'), name='same_file_imported_once'),
        ),
        migrations.AddConstraint(
            model_name='instrumentversion',
            constraint=models.UniqueConstraint(condition=models.Q(('published_at__isnull', True)), fields=('instrument',), name='one_draft_an_instrument'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.UniqueConstraint(fields=('version', 'code', 'edition'), name='item_code_once_a_version'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.UniqueConstraint(fields=('version', 'position', 'edition'), name='item_position_once_a_version'),
        ),
        migrations.AddConstraint(
            model_name='sheet',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True), ('pen__isnull', True)), fields=('table', 'purpose'), name='one_open_sheet_a_table_and_purpose'),
        ),
        migrations.AddConstraint(
            model_name='sheet',
            constraint=models.UniqueConstraint(condition=models.Q(('finished_at__isnull', True), ('pen__isnull', False)), fields=('table', 'purpose'), name='one_open_sheet_with_a_pen'),
        ),
        migrations.AddConstraint(
            model_name='sheet',
            constraint=models.CheckConstraint(condition=models.Q(('sharing', 'kept'), ('finished_at__isnull', False), ('pen__isnull', False), _connector='OR'), name='only_a_finished_sheet_is_shared'),
        ),
    ]
