"""Tables of messages and files at the table: threads of her and one seat, and files with the seats that see them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.exchange.words import FileKind, Shown
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Seat
from bordenden.people.models import Person

LONGEST_NAME = 120


class Thread(AtTable):
    """What she and whoever sits on one seat write to each other. Whoever comes after on such a seat begins anew."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "shared_to"), statistical=("municipality", "sharing", "shared_until", "begun_at")
    )

    shared_to = models.OneToOneField(Seat, on_delete=models.PROTECT, related_name="thread")
    sharing = models.CharField(max_length=7, choices=Shown.choices, default=Shown.SENT)
    shared_until = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField()


class Message(AtTable):
    """One message, never changed and never deleted. `from_head`: hers; `read_at`: the other side says it is read."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "thread", "written_by", "form_key"),
        statistical=("municipality", "from_head", "sent_at", "read_at"),
        sensitive=("words",),
    )

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="messages")
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_head = models.BooleanField()
    words = models.TextField()
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["thread", "-sent_at"], name="message_by_thread"),
            models.Index(fields=["table", "from_head"], condition=Q(read_at__isnull=True), name="message_unread"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["thread", "form_key"], name="one_message_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="message_has_words"),
        ]


class File(AtTable):
    """A file at the table. `id` is also its name on the disk; when it is removed, name and content are gone."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "put_by", "size", "digest", "form_key"),
        statistical=("municipality", "kind", "put_at", "removed_at"),
        sensitive=("name",),
    )

    name = models.CharField(max_length=LONGEST_NAME, blank=True)
    kind = models.CharField(max_length=4, choices=FileKind.choices)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    put_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "-put_at"], name="file_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_file_a_form"),
            models.UniqueConstraint(
                fields=["table", "put_by", "digest"], condition=Q(removed_at__isnull=True), name="one_file_a_content"
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) & ~Q(name="") | Q(removed_at__isnull=False, name=""),
                name="removed_file_has_no_name",
            ),
        ]


class FileView(AtTable):
    """That one seat may see a file, for good or until `shared_until`; closed again it stays, and says so."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "file", "shared_to"),
        statistical=("municipality", "sharing", "shared_until", "opened_at"),
    )

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="views")
    shared_to = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    sharing = models.CharField(max_length=7, choices=Shown.choices, default=Shown.SENT)
    shared_until = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "shared_to"], name="one_view_a_file_and_seat")]
