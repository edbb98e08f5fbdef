"""On PostgreSQL the walls between municipalities stand a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("moves", "0001_initial")]
    operations = municipality_wall("moves_move", "moves_arrival")
