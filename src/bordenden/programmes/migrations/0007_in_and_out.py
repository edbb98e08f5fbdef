"""Rule sets, the legal basis of the no-sanction rule, target numbers and the office of intake."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0006_steering_group'),
    ]

    operations = [
        migrations.CreateModel(
            name='TargetNumber',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('target_group', models.CharField(max_length=20)),
                ('number', models.PositiveIntegerField()),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='target_numbers', to='programmes.project')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('project', 'target_group'), name='one_target_number_a_group'),
                ],
            },
        ),
        migrations.AddField(
            model_name='programme',
            name='no_sanction_basis',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='programme',
            name='no_sanction_from',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='programme',
            name='no_sanction_link',
            field=models.URLField(blank=True),
        ),
        migrations.AddField(
            model_name='programme',
            name='rule_set',
            field=models.CharField(choices=[('2014', 'Reglerne fra 2014'), ('today', 'Reglerne i dag')], default='2014', max_length=8),
        ),
        migrations.AlterField(
            model_name='office',
            name='role',
            field=models.CharField(choices=[('project_leader', 'Projektleder'), ('caseworker', 'Sagsbehandler'), ('professional', 'Fagperson'), ('agency', 'Styrelsen'), ('evaluator', 'Evaluator'), ('keeper', 'Ansvarlig for mulighederne'), ('administrator', 'Administrator'), ('supervisor', 'Faglig leder'), ('steering', 'Styregruppe'), ('intake', 'Visitator')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='programme',
            constraint=models.CheckConstraint(condition=models.Q(('no_sanction_from__isnull', True), models.Q(('no_sanction_basis', ''), _negated=True), _connector='OR'), name='no_sanction_names_its_legal_basis'),
        ),
    ]
