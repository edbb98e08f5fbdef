"""How somebody wants to hear that there is something to see."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0003_crisis_lines'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notices',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('way', models.CharField(choices=[('email', 'En mail'), ('paper', 'Et brev på papir'), ('none', 'Ingen af delene. Jeg logger selv ind og ser efter.')], max_length=5)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('reminders', models.BooleanField(default=False)),
                ('chosen_at', models.DateTimeField()),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='people.person')),
            ],
            options={
                'verbose_name_plural': 'notices',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('way', 'email'), models.Q(('email', ''), _negated=True)), models.Q(models.Q(('way', 'email'), _negated=True), ('email', '')), _connector='OR'), name='an_address_where_mail_is_chosen')],
            },
        ),
        *municipality_wall("people_notices"),
    ]
