"""Tables of post: letters to be sent, once a person and event."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.post.words import Kind, State, Way


class Letter(models.Model):
    """That somebody is to hear of something from `not_before` on.

    No foreign keys: like the audit, it stands below the people it is about. `event` names what has happened
    (a thing and what befell it); a person hears of it once, whatever runs twice. A letter holds no words of hers:
    what it says is drawn from its kind, and printed letters from the thing itself when they are opened.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "person", "table", "thing", "event", "claim", "attempts", "last_fault"),
        statistical=("municipality", "kind", "way", "state", "queued_at", "not_before", "claimed_at", "settled_at"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.PositiveSmallIntegerField()
    person = models.UUIDField()
    table = models.UUIDField(null=True, blank=True)
    thing = models.UUIDField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    event = models.CharField(max_length=80)
    way = models.CharField(max_length=5, choices=Way.choices, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    queued_at = models.DateTimeField()
    not_before = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    # Who is sending it, and since when: whoever wrote the claim sends it, and nobody else.
    claim = models.UUIDField(null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_fault = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["not_before"], condition=Q(state="waiting"), name="letter_that_waits"),
            models.Index(fields=["thing", "kind"], name="letter_by_thing"),
            models.Index(fields=["person", "event"], condition=Q(state="waiting"), name="waiting_letter_by_person"),
            models.Index(fields=["table", "person"], condition=Q(way="paper"), name="paper_letter_by_table"),
            models.Index(fields=["table", "person"], condition=Q(state="failed"), name="failed_letter_by_table"),
            models.Index(fields=["person", "way"], condition=Q(state="failed"), name="failed_letter_by_person"),
            models.Index(fields=["claim"], condition=Q(claim__isnull=False), name="letter_by_claim"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "event"], name="one_letter_a_person_and_event"),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at__isnull=True)
                | (~Q(state="waiting") & Q(settled_at__isnull=False)),
                name="letter_settled_when_not_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def waits_for_paper(self) -> bool:
        """Whether somebody is to print it: wished so, or no mail came through."""
        return self.state == State.FAILED or (self.state == State.WAITING and self.way == Way.PAPER)

    @property
    def table_id(self) -> UUID | None:
        """The audit asks every thing where it stands."""
        return self.table

    @property
    def municipality_id(self) -> int:
        """And in which municipality."""
        return self.municipality
