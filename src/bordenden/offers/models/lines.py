"""Tables of the waiting lists: who stands in line for an offer, and each thing that happened in it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.offers.models.catalogue import Offer
from bordenden.offers.words import STILL_IN, WaitingState
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person


class Waiting(AtTable):
    """One table's place in the line for one offer.

    The order is by `since`, then by id; a `priority` above 0 goes before, and carries a reason the citizen can read.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "offer", "form_key"),
        statistical=("municipality", "state", "since", "priority", "answer_by", "changed_at"),
        sensitive=("priority_why",),
    )

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="line")
    state = models.CharField(max_length=9, choices=WaitingState.choices, default=WaitingState.WAITING)
    since = models.DateTimeField()
    priority = models.PositiveSmallIntegerField(default=0)
    priority_why = models.CharField(max_length=300, blank=True)
    # The moment an offered place passes on to the next.
    answer_by = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["offer", "state", "-priority", "since", "id"], name="line_in_its_order"),
            models.Index(fields=["table", "state"], name="waiting_by_table"),
            models.Index(fields=["answer_by"], condition=Q(state="offered"), name="place_that_passes_on"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_waiting_a_form"),
            models.UniqueConstraint(
                fields=["table", "offer"],
                condition=Q(state__in=sorted(STILL_IN)),
                name="nobody_stands_in_line_twice",
            ),
            models.CheckConstraint(condition=Q(priority=0) | ~Q(priority_why=""), name="priority_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(answer_by__isnull=False), name="offered_place_has_a_deadline"
            ),
        ]


class WaitingMark(AtTable):
    """The history of a place in line: what it became, when and by whom (nobody: its deadline went)."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "waiting", "by"),
        statistical=("municipality", "state", "at"),
        sensitive=("why",),
    )

    waiting = models.ForeignKey(Waiting, on_delete=models.PROTECT, related_name="marks")
    state = models.CharField(max_length=9, choices=WaitingState.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["waiting", "at"], name="marks_of_a_waiting")]
