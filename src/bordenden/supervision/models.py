"""Tables of supervision: what was asked for and drawn, and the seat it gave at each table."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Seat
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project
from bordenden.supervision.words import FEWEST_CASES, MOST_CASES


class Supervision(models.Model):
    """So many of a project's courses, drawn by lot, to be read by one supervisor up to and including a day.

    `among` is how many the lot was drawn between and `seed` what it was drawn by: the same seed and courses give
    the same sample, so anybody can do the draw over again. Ended before its day, it has an `ended_at`.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "project", "supervisor", "asked", "drawn", "among", "seed", "form_key"),
        statistical=("municipality", "opened_at", "last_on", "ended_at"),
        sensitive=("purpose",),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="supervisions", db_index=False)
    supervisor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    purpose = models.TextField()
    asked = models.PositiveSmallIntegerField()
    drawn = models.PositiveSmallIntegerField()
    among = models.PositiveIntegerField()
    seed = models.CharField(max_length=32)
    opened_at = models.DateTimeField()
    last_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["project", "opened_at"], name="supervision_by_project")]
        constraints = [
            models.UniqueConstraint(fields=["project", "form_key"], name="one_supervision_a_form"),
            models.CheckConstraint(
                condition=Q(asked__range=(FEWEST_CASES, MOST_CASES)), name="supervision_of_not_too_many"
            ),
            models.CheckConstraint(
                condition=Q(drawn__lte=F("asked")) & Q(drawn__lte=F("among")), name="never_more_drawn_than_asked"
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="supervision_has_a_purpose"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("opened_at")),
                name="supervision_ends_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"Supervision {self.pk}"

    @property
    def table_id(self) -> None:
        """It stands at no one table; the audit asks every thing where it stands."""
        return None

    def lasts(self, day: date) -> bool:
        """Whether it can still be read on that day."""
        return self.ended_at is None and day <= self.last_on

    @property
    def over_on(self) -> date:
        """Its last day: the one it was ended on, or the one it ends on by itself."""
        return localdate(self.ended_at) if self.ended_at else self.last_on


class Supervised(AtTable):
    """The seat a supervision gave at one table."""

    privacy: ClassVar = Privacy(plain=("id", "table", "municipality", "supervision", "seat"))

    supervision = models.ForeignKey(Supervision, on_delete=models.PROTECT, related_name="supervised")
    seat = models.OneToOneField(Seat, on_delete=models.PROTECT, related_name="supervised")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["supervision", "table"], name="drawn_once_a_supervision"),
        ]
