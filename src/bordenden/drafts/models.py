"""The table of drafts."""

from typing import ClassVar

from django.db import models
from django.db.models import F
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from bordenden.drafts.slots import CODE_LENGTH, LIMIT
from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy


class Draft(models.Model):
    """What one person has typed into one form about one thing and not sent. No foreign keys.

    Empty content with `closed_at` is what is left when it was sent or thrown away: a save that was under way
    at that moment arrives late and must not bring the old text back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    owner = models.UUIDField()
    form = models.CharField(max_length=CODE_LENGTH)
    thing = models.UUIDField()
    table = models.UUIDField(null=True)
    content = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    privacy: ClassVar[Privacy] = Privacy(
        plain=("id", "form", "thing", "saved_at", "closed_at"),
        identifying=("owner", "table"),
        sensitive=("content",),
    )

    class Meta:
        ordering = ("-saved_at", "id")
        constraints = [
            models.UniqueConstraint(fields=["owner", "form", "thing"], name="one_draft_per_owner_form_and_thing"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length(F("content")), LIMIT), name="draft_is_within_the_limit"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True) | models.Q(content=""),
                name="closed_draft_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.pk}"
