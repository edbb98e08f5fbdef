"""Who is sending a letter, and since when; and how what waits, fails or is in a hand is found."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('post', '0002_walls'),
    ]

    operations = [
        migrations.AddField(
            model_name='letter',
            name='claim',
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='letter',
            name='claimed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='letter',
            name='state',
            field=models.CharField(choices=[('waiting', 'Venter'), ('sent', 'Sendt'), ('cancelled', 'Ikke længere nødvendigt'), ('unwanted', 'Ikke ønsket'), ('failed', 'Kunne ikke sendes')], default='waiting', max_length=9),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['person', 'event'], name='waiting_letter_by_person'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('way', 'paper')), fields=['table', 'person'], name='paper_letter_by_table'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('state', 'failed')), fields=['table', 'person'], name='failed_letter_by_table'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('state', 'failed')), fields=['person', 'way'], name='failed_letter_by_person'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('claim__isnull', False)), fields=['claim'], name='letter_by_claim'),
        ),
    ]
