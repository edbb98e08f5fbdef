"""A yes on paper names who noted it, a draft may be laid away, and a municipality prints in its own way."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0004_references_to_search_by'),
        ('people', '0003_crisis_lines'),
        ('plans', '0009_walls_of_the_pen'),
    ]

    operations = [
        migrations.CreateModel(
            name='KindChange',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('one', 'Min plan'), ('resource', 'Indsatsdel af rehabiliteringsplanen'), ('family', 'Familiens plan')], max_length=8)),
                ('why', models.CharField(max_length=300)),
                ('changed_at', models.DateTimeField()),
                ('form_key', models.UUIDField()),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.enrolment')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kind_changes', to='plans.plan')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['plan', 'changed_at'], name='kind_changes_of_a_plan'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('plan', 'form_key'), name='one_kind_change_a_form'),
                    models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='kind_change_has_grounds'),
                    models.CheckConstraint(condition=models.Q(('kind', 'family'), _negated=True), name='no_plan_becomes_a_familys'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PlanLayout',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('intro', models.CharField(blank=True, max_length=400)),
                ('parts', models.JSONField()),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('municipality', 'version'), name='one_layout_a_municipality_and_version'),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name='planversion',
            name='version_agreed_at_a_moment',
        ),
        migrations.AddField(
            model_name='planversion',
            name='noted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person'),
        ),
        migrations.AlterField(
            model_name='planversion',
            name='status',
            field=models.CharField(choices=[('draft', 'Udkast'), ('agreed', 'Aftalt'), ('superseded', 'Afløst af en nyere'), ('dropped', 'Lagt væk')], default='draft', max_length=10),
        ),
        migrations.AddIndex(
            model_name='planversion',
            index=models.Index(condition=models.Q(('status', 'agreed')), fields=['agreed_at'], name='agreed_versions_by_day'),
        ),
        migrations.AddConstraint(
            model_name='planversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('agreed_at__isnull', True), ('status__in', ('draft', 'dropped'))), models.Q(('agreed_at__isnull', False), ('status__in', ('agreed', 'superseded'))), _connector='OR'), name='version_agreed_at_a_moment'),
        ),
    ]
