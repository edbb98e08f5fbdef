"""After how many quiet days somebody is asked to call, and what came of it."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pathways', '0008_days_of_exit'),
        ('people', '0004_notices'),
        ('programmes', '0007_in_and_out'),
    ]

    operations = [
        migrations.CreateModel(
            name='QuietRule',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('days', models.PositiveSmallIntegerField()),
                ('set_at', models.DateTimeField()),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quiet_rules', to='programmes.project')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'version'), name='quiet_rule_version_once'), models.CheckConstraint(condition=models.Q(('days__gte', 14), ('days__lte', 365)), name='quiet_rule_within_reason')],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('quiet_since', models.DateTimeField()),
                ('opened_at', models.DateTimeField()),
                ('heard', models.CharField(blank=True, choices=[('together', 'Vi har talt om det sammen'), ('not_reached', 'Vi har ikke fået fat i hinanden')], max_length=12)),
                ('her_words', models.TextField(blank=True)),
                ('tried', models.TextField(blank=True)),
                ('onwards', models.CharField(blank=True, choices=[('as_it_is', 'Vi går videre som nu'), ('changed', 'Vi går videre med en ændret plan'), ('pause', 'Vi holder en pause'), ('end', 'Forløbet skal slutte')], max_length=8)),
                ('grounds', models.TextField(blank=True)),
                ('paused_until', models.DateField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('enrolment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='pathways.enrolment')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [models.Index(fields=['table', '-opened_at'], name='review_by_table')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('decided_at__isnull', True)), fields=('enrolment',), name='one_open_review_a_course'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True), ('grounds', ''), ('heard', ''), ('onwards', '')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('onwards', ''), _negated=True), models.Q(('heard', ''), _negated=True), models.Q(('grounds', ''), _negated=True)), _connector='OR'), name='review_is_decided_by_somebody_for_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('onwards', 'pause'), ('paused_until__isnull', False)), models.Q(models.Q(('onwards', 'pause'), _negated=True), ('paused_until__isnull', True)), _connector='OR'), name='a_pause_has_a_last_day'), models.CheckConstraint(condition=models.Q(models.Q(('heard', 'together'), _negated=True), models.Q(('her_words', ''), _negated=True), _connector='OR'), name='talked_together_says_what_she_says'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('decided_at__isnull', False)), _connector='OR'), name='review_is_answered_once_decided'), models.CheckConstraint(condition=models.Q(('quiet_since__lte', models.F('opened_at'))), name='quiet_before_the_review')],
            },
        ),
    ]
