"""Why a caseworker left, when a mentor was offered, the day of the exit, and where she works or learns now."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0006_supervisors'),
        ('people', '0004_notices'),
        ('programmes', '0007_in_and_out'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='enrolment',
            name='one_enrolment_a_table_and_project',
        ),
        migrations.AddField(
            model_name='enrolment',
            name='ended_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enrolment',
            name='mentor_offered_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='exit',
            name='place_name',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='exit',
            name='wage_hours',
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True),
        ),
        migrations.AddField(
            model_name='seat',
            name='left_because',
            field=models.CharField(blank=True, choices=[('new_work', 'Har fået andet arbejde'), ('long_away', 'Er væk i lang tid'), ('too_many', 'Har for mange borgere'), ('her_wish', 'Borgeren har ønsket det'), ('match', 'En anden passer bedre til opgaven'), ('organisation', 'Arbejdet er delt på en ny måde'), ('other', 'Andet')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('table', 'project'), name='one_open_enrolment_a_table_and_project'),
        ),
    ]
