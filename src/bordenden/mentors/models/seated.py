"""Tables of what stands at a table about its mentor. The choice itself is the seat, and a decision of her plan."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.privacy import Privacy
from bordenden.mentors.words import OfferAnswer, Parted
from bordenden.pathways.models import AtTable, Seat
from bordenden.people.models import Person
from bordenden.plans.models import MentorRole
from bordenden.plans.words import StepOwner


class MentorOffering(AtTable):
    """That she was offered a mentor on a day, by whom (nobody: the municipality itself), and her answer."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "offered_by"),
        statistical=("municipality", "offered_at", "answer", "answered_at"),
    )

    offered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField()
    answer = models.CharField(max_length=5, choices=OfferAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["table", "-offered_at"], name="mentor_offering_by_table")]
        constraints = [
            models.UniqueConstraint(
                fields=["table"], condition=Q(answer=""), name="one_unanswered_mentor_offer_a_table"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="mentor_answer_has_its_moment",
            ),
        ]


class MentorAgreement(AtTable):
    """The written agreement with one mentor: from a day to a day, how much time, and what the mentor is there for.

    It counts when both she and the mentor have said yes. The highest version that was not dropped stands; one with
    a wish for a change waits for the caseworker to write it anew.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "seat", "role", "version", "written_by", "form_key"),
        statistical=(
            "municipality",
            "first_on",
            "last_on",
            "written_at",
            "head_said_yes_at",
            "mentor_said_yes_at",
            "changes_wanted_by",
            "dropped_at",
        ),
        sensitive=("hours", "changes_wanted"),
    )

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="mentor_agreements")
    version = models.PositiveSmallIntegerField()
    first_on = models.DateField()
    last_on = models.DateField()
    hours = models.CharField(max_length=120)
    role = models.ForeignKey(MentorRole, on_delete=models.PROTECT, related_name="+")
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    head_said_yes_at = models.DateTimeField(null=True, blank=True)
    mentor_said_yes_at = models.DateTimeField(null=True, blank=True)
    changes_wanted = models.CharField(max_length=500, blank=True)
    changes_wanted_by = models.CharField(max_length=12, choices=StepOwner.choices, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["municipality", "last_on"], name="mentor_agreements_by_end")]
        constraints = [
            models.UniqueConstraint(fields=["seat", "version"], name="one_mentor_agreement_a_version"),
            models.UniqueConstraint(fields=["seat", "form_key"], name="one_mentor_agreement_a_form"),
            models.CheckConstraint(condition=Q(last_on__gte=F("first_on")), name="mentor_agreement_has_an_end"),
        ]

    @property
    def agreed(self) -> bool:
        """Whether both have said yes."""
        return self.head_said_yes_at is not None and self.mentor_said_yes_at is not None


class MentorParting(AtTable):
    """That a mentor left the table, and from which side it came. There is no field for a reason."""

    privacy: ClassVar = Privacy(plain=("id", "table", "seat"), statistical=("municipality", "why", "on", "seen_at"))

    seat = models.OneToOneField(Seat, on_delete=models.PROTECT, related_name="mentor_parting")
    why = models.CharField(max_length=8, choices=Parted.choices)
    on = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)


class MentorNote(AtTable):
    """A note of the mentor's about what they did together. She reads every one; only its author changes it."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "seat", "version", "form_key"),
        statistical=("municipality", "on", "written_at", "changed_at"),
        sensitive=("words",),
    )

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="mentor_notes")
    on = models.DateField()
    words = models.TextField()
    version = models.PositiveSmallIntegerField(default=1)
    written_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "-on"], name="mentor_note_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["seat", "form_key"], name="one_mentor_note_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="mentor_note_has_words"),
        ]


class MentorNoteWording(AtTable):
    """How a note stood before it was changed; nothing disappears."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "note", "version"), statistical=("municipality", "replaced_at"), sensitive=("words",)
    )

    note = models.ForeignKey(MentorNote, on_delete=models.PROTECT, related_name="wordings")
    version = models.PositiveSmallIntegerField()
    words = models.TextField()
    replaced_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note", "version"], name="one_wording_a_note_and_version"),
        ]
