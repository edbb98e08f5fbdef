"""On PostgreSQL the walls between municipalities stand a second time."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("post", "0001_initial")]
    operations = municipality_wall("post_letter", column="municipality")
