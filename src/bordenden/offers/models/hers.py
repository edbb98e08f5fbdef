"""Tables of what is hers alone around the catalogue: what she keeps for herself, and what she goes to."""

from typing import ClassVar

from django.db import models

from bordenden.foundation.privacy import Privacy
from bordenden.offers.models.catalogue import Offer
from bordenden.offers.models.keeping import Event
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person


class Saved(AtTable):
    """An offer she keeps for herself; with `compared_at` she has laid it beside others. Nobody else reaches it."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "municipality"), identifying=("owner",), sensitive=("offer", "saved_at", "compared_at")
    )

    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    compared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "owner", "offer"], name="one_saving_an_offer"),
        ]


class Attending(AtTable):
    """That she goes to an event, or does not after all. Nobody else who goes sees it."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "municipality"), identifying=("person",), sensitive=("event", "said_at", "off_at")
    )

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "person", "event"], name="one_answer_an_event"),
        ]
