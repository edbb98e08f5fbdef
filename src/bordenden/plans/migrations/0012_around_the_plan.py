"""Who stands around the plan: contact proposed, a mentor's role, rules, notes, advice, approvals; and their walls."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):

    dependencies = [
        ('offers', '0002_walls'),
        ('pathways', '0004_references_to_search_by'),
        ('people', '0003_crisis_lines'),
        ('plans', '0011_versions_are_final'),
    ]

    operations = [
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('area', models.CharField(choices=[('employment', 'Beskæftigelse'), ('social', 'Social'), ('health', 'Sundhed'), ('education', 'Uddannelse')], max_length=12)),
                ('approved_at', models.DateTimeField()),
                ('approved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='plans.planversion')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('version', 'area', 'approved_by'), name='one_approval_a_person_and_area'),
                ],
            },
        ),
        migrations.CreateModel(
            name='GuidanceNote',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('words', models.CharField(max_length=1000)),
                ('written_at', models.DateTimeField()),
                ('form_key', models.UUIDField()),
                ('contact', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.plancontact')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='guidance_notes', to='plans.plan')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('plan', 'form_key'), name='one_guidance_note_a_form'),
                    models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='guidance_note_has_words'),
                ],
            },
        ),
        migrations.CreateModel(
            name='MentorRole',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('words', models.CharField(max_length=300)),
                ('tasks', models.TextField()),
                ('written_at', models.DateTimeField()),
                ('form_key', models.UUIDField()),
                ('mentor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mentor_roles', to='plans.plan')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('plan', 'version'), name='one_mentor_role_a_version'),
                    models.UniqueConstraint(fields=('plan', 'form_key'), name='one_mentor_role_a_form'),
                    models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('tasks', ''), _negated=True)), name='mentor_role_says_both'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PlanRules',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField()),
                ('uses_team', models.BooleanField()),
                ('most_professionals', models.PositiveSmallIntegerField()),
                ('set_at', models.DateTimeField()),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('municipality', 'version'), name='plan_rules_version_once'),
                    models.CheckConstraint(condition=models.Q(('most_professionals__gte', 1), ('most_professionals__lte', 20)), name='plan_rules_within_reason'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProposedContact',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('with_whom', models.CharField(choices=[('citizen', 'Mig selv'), ('coordinator', 'Min sagsbehandler'), ('mentor', 'Min mentor')], default='coordinator', max_length=12)),
                ('every_days', models.PositiveSmallIntegerField()),
                ('channel', models.CharField(choices=[('phone', 'Telefon'), ('meeting', 'Møde'), ('text', 'Sms'), ('letter', 'Brev eller Digital Post'), ('visit', 'Besøg')], max_length=8)),
                ('place', models.CharField(blank=True, choices=[('remote', 'Hver for sig'), ('jobcentre', 'Jobcentret'), ('home', 'Hjemme hos borgeren'), ('activity', 'På aktivitetsstedet'), ('outdoors', 'Ude: gåtur, café')], max_length=10)),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('proposal', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='contact', to='plans.proposal')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('every_days__gte', 1), ('every_days__lte', 366)), name='proposed_contact_within_a_year'),
                ],
            },
        ),
        migrations.CreateModel(
            name='TeamAdvice',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('took_part', models.CharField(max_length=60)),
                ('words', models.CharField(max_length=1000)),
                ('written_at', models.DateTimeField()),
                ('form_key', models.UUIDField()),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.goal')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team_advice', to='plans.plan')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('plan', 'form_key'), name='one_team_advice_a_form'),
                    models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='team_advice_has_words'),
                    models.CheckConstraint(condition=models.Q(('took_part', ''), _negated=True), name='team_advice_says_who_took_part'),
                ],
            },
        ),
        migrations.AddIndex(
            model_name='chosen',
            index=models.Index(condition=models.Q(('status', 'started')), fields=['municipality', 'started_on'], name='chosen_under_way'),
        ),
        migrations.AddIndex(
            model_name='smallstep',
            index=models.Index(condition=models.Q(('done_at__isnull', True), ('due_on__isnull', False), ('let_go_at__isnull', True)), fields=['municipality', 'due_on'], name='step_that_is_due'),
        ),
        migrations.AddConstraint(
            model_name='plancontact',
            constraint=models.UniqueConstraint(fields=('plan', 'person', 'role'), name='one_contact_a_person_and_role'),
        ),
        *municipality_wall(
            "plans_proposedcontact",
            "plans_mentorrole",
            "plans_planrules",
            "plans_guidancenote",
            "plans_teamadvice",
            "plans_approval",
        ),
    ]
