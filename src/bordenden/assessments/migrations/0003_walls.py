"""On PostgreSQL the walls between municipalities stand a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("assessments", "0002_published_is_final")]
    operations = municipality_wall("assessments_sheet", "assessments_answer")
