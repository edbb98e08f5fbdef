"""Tables of moving: that she was asked and what she said; and, where she comes, that a table is on its way."""

from typing import ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.moves.words import MoveAnswer
from bordenden.pathways.models import AtTable, Exit, Table
from bordenden.people.models import Municipality, Person


class Move(AtTable):
    """Her course ended because she moves: whether what is hers goes along, as she says it. Sent when it is there."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "exit"),
        statistical=("municipality", "destination", "asked_at", "answer", "answered_at", "sent_at"),
    )

    exit = models.OneToOneField(Exit, on_delete=models.PROTECT, related_name="move")
    destination = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=3, choices=MoveAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["answered_at"],
                condition=Q(answer=MoveAnswer.YES, sent_at__isnull=True),
                name="moves_to_be_sent",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | ~Q(answer="") & Q(answered_at__isnull=False),
                name="move_is_answered_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(answer=MoveAnswer.YES), name="nothing_is_sent_without_her_yes"
            ),
        ]


class Arrival(models.Model):
    """A table is on its way here. `suitcase` is reached by no act, and empty once she is seated (`table`).

    `move` and `person` are ids of the other municipality: a key through a wall would tell of it.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "move", "person", "table", "received_by"),
        statistical=("municipality", "origin", "sent_at", "received_at"),
        identifying=("name",),
        sensitive=("suitcase",),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    origin = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    move = models.UUIDField(unique=True)
    person = models.UUIDField()
    name = models.CharField(max_length=121)
    suitcase = models.JSONField(encoder=DjangoJSONEncoder)
    sent_at = models.DateTimeField()
    table = models.ForeignKey(Table, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    received_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["municipality", "received_at"], name="arrivals_of_a_municipality")]
        constraints = [
            models.CheckConstraint(
                condition=Q(received_at__isnull=True, table__isnull=True, received_by__isnull=True)
                | Q(received_at__isnull=False, table__isnull=False, received_by__isnull=False),
                name="arrival_is_received_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"Arrival {self.pk}"
