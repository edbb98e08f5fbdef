"""On PostgreSQL a municipality reads its own entries and blocks alone; the seal and the verifier read nationally."""

from django.db import migrations

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = municipality_wall("audit_entry", "audit_block", column="municipality")
