"""On PostgreSQL the walls between municipalities stand around the new tables, too."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("plans", "0008_her_pen_and_proposals")]
    operations = municipality_wall("plans_penned", "plans_goalmark", "plans_realismcheck")
