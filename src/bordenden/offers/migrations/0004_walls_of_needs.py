"""The walls between municipalities around what was gone through with her, and what she misses."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("offers", "0003_catalogue_events_needs")]
    operations = municipality_wall("offers_presentation", "offers_need")
