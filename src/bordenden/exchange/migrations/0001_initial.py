"""Messages and files at the table, each table behind its municipality's wall."""

import bordenden.foundation.ids
import django.db.models.deletion
from django.db import migrations, models

from bordenden.foundation.rls import municipality_wall


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pathways', '0004_references_to_search_by'),
        ('people', '0004_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='File',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('kind', models.CharField(choices=[('pdf', 'PDF'), ('jpeg', 'Billede (JPEG)'), ('png', 'Billede (PNG)')], max_length=4)),
                ('size', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('put_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('form_key', models.UUIDField()),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('put_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['table', '-put_at'], name='file_by_table'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('table', 'form_key'), name='one_file_a_form'),
                    models.UniqueConstraint(condition=models.Q(('removed_at__isnull', True)), fields=('table', 'digest'), name='one_file_a_content'),
                    models.CheckConstraint(condition=models.Q(models.Q(('removed_at__isnull', True), models.Q(('name', ''), _negated=True)), models.Q(('name', ''), ('removed_at__isnull', False)), _connector='OR'), name='removed_file_has_no_name'),
                ],
            },
        ),
        migrations.CreateModel(
            name='FileView',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('sharing', models.CharField(choices=[('sent', 'Åben'), ('kept', 'Lukket')], default='sent', max_length=4)),
                ('shared_until', models.DateTimeField(blank=True, null=True)),
                ('opened_at', models.DateTimeField()),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='views', to='exchange.file')),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('shared_to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.seat')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('file', 'shared_to'), name='one_view_a_file_and_seat'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('sharing', models.CharField(choices=[('sent', 'Åben'), ('kept', 'Lukket')], default='sent', max_length=4)),
                ('shared_until', models.DateTimeField(blank=True, null=True)),
                ('begun_at', models.DateTimeField()),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('shared_to', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='thread', to='pathways.seat')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=bordenden.foundation.ids.new_id, primary_key=True, serialize=False)),
                ('from_head', models.BooleanField()),
                ('words', models.TextField()),
                ('sent_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('form_key', models.UUIDField()),
                ('municipality', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.municipality')),
                ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pathways.table')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('thread', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='messages', to='exchange.thread')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['thread', '-sent_at'], name='message_by_thread'),
                    models.Index(condition=models.Q(('read_at__isnull', True)), fields=['table', 'from_head'], name='message_unread'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('thread', 'form_key'), name='one_message_a_form'),
                    models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='message_has_words'),
                ],
            },
        ),
        *municipality_wall("exchange_thread", "exchange_message", "exchange_file", "exchange_fileview"),
    ]
