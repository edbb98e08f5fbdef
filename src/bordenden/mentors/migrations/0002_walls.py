"""On PostgreSQL the walls between municipalities stand a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("mentors", "0001_initial")]
    operations = municipality_wall(
        "mentors_mentorprofile",
        "mentors_mentoroffering",
        "mentors_mentoragreement",
        "mentors_mentorparting",
        "mentors_mentornote",
        "mentors_mentornotewording",
    )
