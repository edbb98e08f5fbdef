
import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0006_recordings_are_final'),
    ]

    operations = [
        migrations.AddField(
            model_name='sheet',
            name='not_now_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name='Precision',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('area', models.CharField(choices=[('work', 'Job eller uddannelse'), ('health', 'Helbred'), ('everyday', 'Hverdag'), ('self', 'Mig selv'), ('cooperation', 'Samarbejde'), ('wellbeing', 'Trivsel'), ('local', 'Spørgsmål fra kommunen')], max_length=12)),
                ('made_of', models.TextField()),
                ('people', models.PositiveIntegerField()),
                ('spread', models.FloatField()),
                ('alpha', models.FloatField()),
                ('counted_at', models.DateTimeField()),
                ('instrument', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.instrument')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('instrument', 'area', 'counted_at'), name='precision_counted_once'), models.CheckConstraint(condition=models.Q(('alpha__gte', 0), ('alpha__lt', 1), ('spread__gt', 0)), name='precision_can_be_used')],
            },
        ),
    ]
