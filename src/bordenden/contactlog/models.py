"""Tables of the contact log: entries with corrections that are added, never written over; requests for help."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.audit.looks import CODE_LENGTH
from bordenden.contactlog.words import (
    Channel,
    CopyFormat,
    Direction,
    HelpKind,
    Initiator,
    Outcome,
    Place,
    Topic,
    Urgency,
)
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person


class Entry(AtTable):
    """One contact. The citizen's own view comes first.

    A row is never changed. A correction is a row of its own: `corrects` names the first entry of the chain,
    `version` counts 1 (the entry), 2 (its first correction) and on; the highest version is what stands.
    `topics` holds codes of `Topic` in their own order with spaces between. `replies_to` names the first entry of
    the chain that is answered.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "written_by", "corrects", "replies_to", "version", "form_key"),
        statistical=(
            "municipality",
            "happened_at",
            "written_at",
            "channel",
            "direction",
            "initiator",
            "place",
            "minutes",
            "outcome",
            "topics",
            "urgency",
        ),
        sensitive=("citizen_view", "summary"),
    )

    citizen_view = models.TextField(blank=True)
    summary = models.CharField(max_length=500)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    direction = models.CharField(max_length=3, choices=Direction.choices)
    initiator = models.CharField(max_length=8, choices=Initiator.choices)
    place = models.CharField(max_length=10, choices=Place.choices)
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    minutes = models.PositiveSmallIntegerField()
    topics = models.CharField(max_length=100, blank=True, default="")
    urgency = models.CharField(max_length=15, choices=Urgency.choices, default=Urgency.NONE)
    happened_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections")
    replies_to = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replies")
    version = models.PositiveSmallIntegerField(default=1)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "-happened_at"], name="contact_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_entry_a_form"),
            models.UniqueConstraint(fields=["corrects", "version"], name="one_correction_a_version"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, version=1) | Q(corrects__isnull=False, version__gt=1),
                name="correction_counts_on",
            ),
            models.CheckConstraint(condition=~Q(summary=""), name="entry_has_a_line"),
            models.CheckConstraint(condition=Q(minutes__lte=24 * 60), name="entry_minutes_fit_a_day"),
            models.CheckConstraint(
                condition=Q(replies_to__isnull=True) | ~Q(replies_to=F("id")), name="entry_never_replies_to_itself"
            ),
        ]

    @property
    def about(self) -> tuple[Topic, ...]:
        """What it was about, in the order of the words."""
        return tuple(Topic(code) for code in self.topics.split())


class HelpRequest(AtTable):
    """She asks to be called, or asks something. `due_on` is the day she was promised an answer by.

    `about_act`, `about_on` and `about_person` are the look she wonders about: what, on which day, whose.
    An answer to CALL_ME may be empty: then the call was the answer.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "asked_by", "answered_by", "about_person", "form_key"),
        statistical=(
            "municipality",
            "kind",
            "asked_at",
            "due_on",
            "answered_at",
            "taken_back_at",
            "about_act",
            "about_on",
        ),
        sensitive=("words", "answer"),
    )

    kind = models.CharField(max_length=8, choices=HelpKind.choices)
    words = models.TextField(blank=True)
    about_act = models.CharField(max_length=CODE_LENGTH, blank=True)
    about_on = models.DateField(null=True, blank=True)
    about_person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["table", "-asked_at"], name="help_by_table"),
            models.Index(
                fields=["table", "due_on"],
                condition=Q(answered_at__isnull=True, taken_back_at__isnull=True),
                name="help_still_open",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_help_request_a_form"),
            models.CheckConstraint(condition=Q(kind=HelpKind.CALL_ME) | ~Q(words=""), name="question_has_words"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True, answer="")
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="help_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(kind=HelpKind.CALL_ME) | ~Q(answer=""),
                name="question_is_answered_in_words",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(taken_back_at__isnull=True),
                name="help_answered_or_taken_back",
            ),
            models.CheckConstraint(
                condition=Q(about_on__isnull=True, about_act="") | (Q(about_on__isnull=False) & ~Q(about_act="")),
                name="look_wondered_about_is_whole",
            ),
        ]

    @property
    def is_open(self) -> bool:
        """Whether she still waits for an answer."""
        return self.answered_at is None and self.taken_back_at is None


class JournalCopy(AtTable):
    """That somebody took an entry (the first of its chain), as it then stood, to the municipality's own journal.

    `version` is the one that was copied: a later correction makes the copy an old one. A row is never changed.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "entry", "copied_by"), statistical=("municipality", "version", "copied_at", "format")
    )

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="journal_copies")
    version = models.PositiveSmallIntegerField()
    copied_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    copied_at = models.DateTimeField()
    format = models.CharField(max_length=4, choices=CopyFormat.choices)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="copy_of_some_version")]
