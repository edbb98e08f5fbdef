"""A file on its way in may be a list of people; which sheet was read, and which lines were left out, is kept."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0007_known_table'),
    ]

    operations = [
        migrations.AddField(
            model_name='caseloadfile',
            name='brought',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='caseloadfile',
            name='left_out',
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name='caseloadfile',
            name='sheet',
            field=models.CharField(blank=True, max_length=60),
        ),
        migrations.AddField(
            model_name='caseloadfile',
            name='sheets',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name='caseloadfile',
            name='kind',
            field=models.CharField(choices=[('caseload', 'Borgere'), ('benefits', 'Ydelser'), ('might', 'Mulige deltagere'), ('staff', 'Medarbejdere')], default='caseload', max_length=8),
        ),
    ]
