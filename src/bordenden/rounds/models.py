"""The schedule table: when each round last went, when it is due, and in whose hand it is."""

from typing import ClassVar

from django.db import models

from bordenden.foundation.privacy import Privacy


class Turn(models.Model):
    """One round's turn. Nothing of anybody stands here: a name from the code, times, a count, the kind of a fault."""

    privacy: ClassVar = Privacy(
        plain=("name", "due_at", "claim", "held_until", "began_at", "ended_at", "did", "last_fault", "faults")
    )

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()
    claim = models.UUIDField(null=True, blank=True)
    held_until = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    did = models.PositiveIntegerField(default=0)
    last_fault = models.CharField(max_length=60, blank=True)
    faults = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(claim__isnull=True, held_until__isnull=True)
                | models.Q(claim__isnull=False, held_until__isnull=False),
                name="turn_held_by_whoever_claimed_it",
            ),
        ]

    def __str__(self) -> str:
        return self.name
