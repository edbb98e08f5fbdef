"""One row for each of the days that is asked about after an exit."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pathways', '0008_days_of_exit'),
        ('people', '0004_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('months', models.PositiveSmallIntegerField()),
                ('due_on', models.DateField()),
                ('status', models.CharField(blank=True, choices=[('ordinary_job', 'Ordinært job'), ('flexjob', 'Fleksjob'), ('ordinary_education', 'Ordinær uddannelse eller læreplads'), ('benefits', 'På ydelse'), ('back', 'Med i projektet igen'), ('other', 'Andet'), ('unreached', 'Kunne ikke få kontakt'), ('declined', 'Har valgt ikke at svare')], max_length=20)),
                ('wage_hours', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True)),
                ('place_name', models.CharField(blank=True, max_length=120)),
                ('said_by', models.CharField(blank=True, choices=[('citizen', 'Borgeren selv'), ('place', 'Arbejdsgiveren eller skolen'), ('records', 'Kommunens egne oplysninger'), ('nobody', 'Ingen: vi fik ikke kontakt')], max_length=8)),
                ('by_herself', models.BooleanField(default=False)),
                ('noted_at', models.DateTimeField(blank=True, null=True)),
                ('exit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='follow_ups', to='pathways.exit')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('noted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [models.Index(fields=['table', 'due_on'], name='follow_up_by_table'), models.Index(condition=models.Q(('status', '')), fields=['municipality', 'due_on'], name='follow_up_not_answered')],
                'constraints': [models.UniqueConstraint(fields=('exit', 'months'), name='one_follow_up_an_exit_and_month'), models.CheckConstraint(condition=models.Q(('months', 1), ('months', 3), ('months', 6), ('months', 12), _connector='OR'), name='follow_up_after_the_agreed_months'), models.CheckConstraint(condition=models.Q(models.Q(('noted_at__isnull', True), ('said_by', ''), ('status', '')), models.Q(models.Q(('status', ''), _negated=True), models.Q(('said_by', ''), _negated=True), ('noted_at__isnull', False)), _connector='OR'), name='follow_up_says_who_and_when'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'declined'), _negated=True), ('by_herself', True), _connector='OR'), name='only_she_leaves_it_unanswered')],
            },
        ),
    ]
