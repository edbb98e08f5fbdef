"""A goal put aside, and whoever runs an offer, in words that are said; no table is changed."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0012_around_the_plan'),
    ]

    operations = [
        migrations.AlterField(
            model_name='chosen',
            name='hit_right',
            field=models.CharField(blank=True, choices=[('right', 'Ja, det var det rigtige'), ('partly', 'Noget af det var det rigtige'), ('wrong', 'Nej, det var ikke det rigtige')], max_length=8),
        ),
        migrations.AlterField(
            model_name='goalmark',
            name='change',
            field=models.CharField(choices=[('tagged', 'Jeg har sagt, hvad målet handler om'), ('reached', 'Jeg har nået det'), ('not_reached', 'Jeg er i gang igen'), ('let_go', 'Jeg har lagt det væk'), ('taken_up', 'Jeg har taget det op igen')], max_length=11),
        ),
        migrations.AlterField(
            model_name='plancontact',
            name='role',
            field=models.CharField(choices=[('coordinator', 'Min sagsbehandler'), ('mentor', 'Min mentor'), ('department', 'Afdeling i kommunen'), ('guidance', 'Ungdommens Uddannelsesvejledning'), ('provider', 'Dem, der står for et tilbud'), ('other', 'En anden')], max_length=12),
        ),
    ]
