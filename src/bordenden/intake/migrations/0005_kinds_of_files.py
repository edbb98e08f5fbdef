"""A file on its way in is a caseload or benefits; its uploader may have one of each."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0003_walls'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='caseloadfile',
            name='one_open_caseload_file_an_owner',
        ),
        migrations.AddField(
            model_name='caseloadfile',
            name='kind',
            field=models.CharField(choices=[('caseload', 'Borgere'), ('benefits', 'Ydelser')], default='caseload', max_length=8),
        ),
        migrations.AddConstraint(
            model_name='caseloadfile',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at__isnull', True)), fields=('owner', 'project', 'kind'), name='one_open_file_an_owner_and_kind'),
        ),
    ]
