"""Table of how exactly an area is measured: figures over many people, none of them to be found in it."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from bordenden.assessments.models.instruments import Instrument
from bordenden.assessments.words import Area
from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy


class Precision(models.Model):
    """Spread and alpha of an area's mean over the first rounds of `people` people, counted at a moment.

    `made_of`: the identities of the questions it was counted over, sorted, a space between. It says nothing
    about a mean of other questions.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "instrument", "area", "made_of", "people", "spread", "alpha", "counted_at")
    )
    table_id: ClassVar[UUID | None] = None
    municipality_id: ClassVar[int] = 0

    id = models.UUIDField(primary_key=True, default=new_id)
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    area = models.CharField(max_length=12, choices=Area.choices)
    made_of = models.TextField()
    people = models.PositiveIntegerField()
    spread = models.FloatField()
    alpha = models.FloatField()
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instrument", "area", "counted_at"], name="precision_counted_once"),
            models.CheckConstraint(
                condition=Q(alpha__gte=0, alpha__lt=1, spread__gt=0), name="precision_can_be_used"
            ),
        ]

    def __str__(self) -> str:
        return f"Precision {self.area}"
