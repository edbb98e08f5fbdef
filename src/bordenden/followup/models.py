"""Tables of following up: one row for each of the days that is asked about after an exit."""

from functools import reduce
from operator import or_
from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.followup.words import MONTHS, Status, Teller
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Exit
from bordenden.people.models import Person


class FollowUp(AtTable):
    """How it went on `due_on`, so many months after the exit; without a status until somebody has said.

    `noted_by` wrote it down: where that is the one at the head, nobody else writes it over.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "exit", "noted_by", "by_herself"),
        statistical=("municipality", "months", "due_on", "status", "wage_hours", "said_by", "noted_at"),
        sensitive=("place_name",),
    )

    exit = models.ForeignKey(Exit, on_delete=models.PROTECT, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()
    status = models.CharField(max_length=20, choices=Status.choices, blank=True)
    wage_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    place_name = models.CharField(max_length=120, blank=True)
    said_by = models.CharField(max_length=8, choices=Teller.choices, blank=True)
    by_herself = models.BooleanField(default=False)
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["table", "due_on"], name="follow_up_by_table"),
            models.Index(fields=["municipality", "due_on"], condition=Q(status=""), name="follow_up_not_answered"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["exit", "months"], name="one_follow_up_an_exit_and_month"),
            # Each by itself: where tables of SQLite are read back, a list of numbers is taken for columns.
            models.CheckConstraint(
                condition=reduce(or_, (Q(months=months) for months in MONTHS)),
                name="follow_up_after_the_agreed_months",
            ),
            models.CheckConstraint(
                condition=Q(status="", said_by="", noted_at__isnull=True)
                | ~Q(status="") & ~Q(said_by="") & Q(noted_at__isnull=False),
                name="follow_up_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DECLINED) | Q(by_herself=True), name="only_she_leaves_it_unanswered"
            ),
        ]

    @property
    def answered_when(self) -> str:
        """The moment of her own answer, by which two of hers are told from each other; "" where she has not said."""
        return self.noted_at.isoformat() if self.by_herself and self.noted_at else ""
