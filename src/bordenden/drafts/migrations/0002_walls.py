"""On PostgreSQL a draft is its writer's alone a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import owner_wall


class Migration(migrations.Migration):
    dependencies = [("drafts", "0001_initial")]
    operations = owner_wall("drafts_draft")
