"""On PostgreSQL the walls between municipalities stand a second time, in the database."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]
    operations = municipality_wall(
        "meetings_conversation",
        "meetings_agendaitem",
        "meetings_boundary",
        "meetings_note",
        "meetings_agreement",
        "meetings_helpfulness",
        "meetings_selfcheck",
    )
