"""The letters of the way in and out: asked to join, a new caseworker, how it goes, when it has been quiet, moving."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('post', '0004_family_left'),
    ]

    operations = [
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('place_offered', 'Der er en plads til dig'), ('place_passed_on', 'Pladsen er gået videre'), ('offer_withdrawn', 'Et tilbud findes ikke mere'), ('decision', 'Svar på det, du har bedt om'), ('proposal', 'Der er et forslag til dig'), ('message', 'Der er en besked til dig'), ('plan_ready', 'Din plan er klar'), ('handover_due', 'En plan skal gives videre på papir'), ('follow_up', 'Hvordan går det?'), ('mentor_answer', 'Nyt om en mentor'), ('agreement_ends', 'En aftale slutter snart'), ('step_due', 'Et lille skridt'), ('new_caseworker', 'Du har fået en ny sagsbehandler'), ('family_left', 'Du er ikke med i familiens plan mere'), ('joining', 'Vil du være med?'), ('course_stopped', 'Et forløb er slut')], max_length=20),
        ),
    ]
