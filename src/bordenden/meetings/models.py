"""Tables of conversations: the agenda, her boundaries, the note in versions, agreements, and what both say after."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.contactlog.models import Entry
from bordenden.foundation.privacy import Privacy
from bordenden.meetings.words import (
    LONGEST_LINE,
    LONGEST_WORDS,
    Extent,
    Helped,
    Settled,
    Side,
    Where,
)
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person


class Conversation(AtTable):
    """A planned talk of the head and her caseworker; `held_at` is set by its note."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "arranged_by", "cancelled_by", "form_key"),
        statistical=("municipality", "starts_at", "place", "minutes", "arranged_at", "cancelled_at", "held_at"),
        sensitive=("cancelled_why",),
    )

    starts_at = models.DateTimeField()
    place = models.CharField(max_length=10, choices=Where.choices)
    minutes = models.PositiveSmallIntegerField()
    arranged_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    arranged_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cancelled_why = models.CharField(max_length=LONGEST_LINE, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "starts_at"], name="conversation_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_conversation_a_form"),
            models.UniqueConstraint(
                fields=["table", "starts_at"],
                condition=Q(cancelled_at__isnull=True),
                name="one_conversation_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | Q(held_at__isnull=True),
                name="cancelled_is_not_held",
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancelled_by__isnull=True)
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False),
                name="cancelled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=24 * 60), name="conversation_minutes_fit_a_day"
            ),
        ]


class AgendaItem(AtTable):
    """Something to talk about. Without a conversation it waits for the next; she decides the order.

    `topic` is the code of a question she chose to work on, OWN_PART where whoever `put_by` names presents the own
    part of a family's plan, or "". An item that was not reached is settled as carried, and a new row that waits
    names it in `carried_from`.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "conversation", "put_by", "position", "carried_from", "form_key"),
        statistical=("municipality", "topic", "side", "put_at", "settled", "settled_at"),
        sensitive=("words",),
    )

    conversation = models.ForeignKey(
        Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="agenda"
    )
    topic = models.SlugField(max_length=40, blank=True, db_index=False)
    words = models.CharField(max_length=LONGEST_WORDS)
    side = models.CharField(max_length=11, choices=Side.choices)
    put_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    put_at = models.DateTimeField()
    position = models.PositiveIntegerField()
    settled = models.CharField(max_length=7, choices=Settled.choices, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    carried_from = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "settled"], name="agenda_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_agenda_item_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="agenda_item_has_words"),
            models.CheckConstraint(
                condition=Q(settled="", settled_at__isnull=True)
                | (~Q(settled="") & Q(settled_at__isnull=False, conversation__isnull=False)),
                name="agenda_item_settled_in_a_conversation",
            ),
        ]


class Boundary(AtTable):
    """What she will not talk about that day: no topic, never ticked, moved or carried on; it ends with the day."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "conversation", "form_key"),
        statistical=("municipality", "drawn_at"),
        sensitive=("words",),
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="boundaries")
    words = models.CharField(max_length=LONGEST_WORDS)
    drawn_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "form_key"], name="one_boundary_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="boundary_has_words"),
        ]


class Note(AtTable):
    """What was said, her own view first. A row is never changed: a correction is the next version beside it."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "conversation", "version", "written_by", "entry", "form_key"),
        statistical=("municipality", "written_at", "mirror", "knowledge", "facilitate"),
        sensitive=(
            "citizen_view",
            "summary",
            "mirror_how",
            "knowledge_how",
            "facilitate_how",
            "can",
            "cannot",
            "because",
        ),
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="notes")
    version = models.PositiveSmallIntegerField()
    citizen_view = models.TextField(blank=True)
    summary = models.CharField(max_length=500)
    mirror = models.BooleanField()
    mirror_how = models.CharField(max_length=LONGEST_LINE, blank=True)
    knowledge = models.BooleanField()
    knowledge_how = models.CharField(max_length=LONGEST_LINE, blank=True)
    facilitate = models.BooleanField()
    facilitate_how = models.CharField(max_length=LONGEST_LINE, blank=True)
    can = models.TextField(blank=True)
    cannot = models.TextField(blank=True)
    because = models.TextField(blank=True)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    # The contact in the log that this conversation was.
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "version"], name="one_note_a_version"),
            models.UniqueConstraint(fields=["conversation", "form_key"], name="one_note_a_form"),
            models.CheckConstraint(condition=~Q(summary=""), name="note_has_a_line"),
            models.CheckConstraint(condition=Q(version__gte=1), name="note_versions_count_from_one"),
        ]


class Agreement(AtTable):
    """What they agreed, whose it is (hers unless said otherwise), and when its owner says it is done."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "conversation", "note", "position"),
        statistical=("municipality", "owner", "by_on", "agreed_at", "done_at"),
        sensitive=("words",),
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="agreements")
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="agreements")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=LONGEST_LINE)
    owner = models.CharField(max_length=11, choices=Side.choices, default=Side.CITIZEN)
    by_on = models.DateField(null=True, blank=True)
    agreed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["table", "done_at"], name="agreement_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["note", "position"], name="one_agreement_a_place"),
            models.CheckConstraint(condition=~Q(words=""), name="agreement_has_words"),
        ]


class Helpfulness(AtTable):
    """Whether a conversation helped, as each said it. Hers never reaches her caseworker, nor his her."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "conversation", "said_by"),
        statistical=("municipality", "side", "helped", "used_assessment", "said_at"),
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="helpfulness")
    side = models.CharField(max_length=11, choices=Side.choices)
    helped = models.CharField(max_length=8, choices=Helped.choices)
    used_assessment = models.BooleanField(null=True, blank=True)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "said_by"], name="one_answer_a_person"),
        ]


class SelfCheck(AtTable):
    """What the caseworker answered himself after a conversation: codes alone, none of her content, his eyes only."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "conversation", "person"),
        statistical=(
            "municipality",
            "worked_with",
            "coaching",
            "motivating",
            "recognising",
            "her_pace",
            "answered_at",
        ),
    )

    conversation = models.ForeignKey(Conversation, on_delete=models.PROTECT, related_name="self_checks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    worked_with = models.CharField(max_length=6, choices=Extent.choices, blank=True)
    coaching = models.CharField(max_length=6, choices=Extent.choices, blank=True)
    motivating = models.CharField(max_length=6, choices=Extent.choices, blank=True)
    recognising = models.CharField(max_length=6, choices=Extent.choices, blank=True)
    her_pace = models.CharField(max_length=6, choices=Extent.choices, blank=True)
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "person"], name="one_self_check_a_person"),
        ]
