"""A file may lie on the table of a talk; the same content is refused to whoever laid it, and nobody else learns of it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_initial")]

    operations = [
        migrations.AlterField(
            "thread",
            "sharing",
            models.CharField(
                choices=[("sent", "Åben"), ("meeting", "På bordet, når I mødes"), ("kept", "Lukket")],
                default="sent",
                max_length=7,
            ),
        ),
        migrations.AlterField(
            "fileview",
            "sharing",
            models.CharField(
                choices=[("sent", "Åben"), ("meeting", "På bordet, når I mødes"), ("kept", "Lukket")],
                default="sent",
                max_length=7,
            ),
        ),
        migrations.RemoveConstraint("file", "one_file_a_content"),
        migrations.AddConstraint(
            "file",
            models.UniqueConstraint(
                fields=["table", "put_by", "digest"],
                condition=models.Q(removed_at__isnull=True),
                name="one_file_a_content",
            ),
        ),
    ]
