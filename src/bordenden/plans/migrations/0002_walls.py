"""On PostgreSQL the walls between municipalities stand a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = municipality_wall("plans_plan", "plans_statement", "plans_comment", "plans_goal", "plans_wording", "plans_smallstep", "plans_stepmark")
