"""The walls of candidates, meetings and referrals on PostgreSQL."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_in_and_out")]
    operations = municipality_wall(
        "intake_candidate",
        "intake_benefitperiod",
        "intake_informationmeeting",
        "intake_invitation",
        "intake_referral",
    )
