"""On PostgreSQL the walls between municipalities stand a second time; offers themselves tell of nobody."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("offers", "0001_initial")]
    operations = municipality_wall("offers_waiting", "offers_waitingmark")
