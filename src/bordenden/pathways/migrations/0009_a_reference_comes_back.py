"""Whoever left may come back under the same case number: a number is once among the courses that go on."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pathways', '0008_days_of_exit'),
        ('people', '0004_notices'),
        ('programmes', '0007_in_and_out'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='enrolment',
            name='reference_once_a_project',
        ),
        migrations.AddIndex(
            model_name='enrolment',
            index=models.Index(fields=['project', 'reference'], name='enrolment_by_reference'),
        ),
        migrations.AddConstraint(
            model_name='enrolment',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('project', 'reference'), name='one_open_course_a_reference'),
        ),
    ]
