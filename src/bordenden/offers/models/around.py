"""Tables of what happens at a table around the catalogue: what was gone through with her, and what she misses."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.offers.models.catalogue import Offer
from bordenden.offers.words import Area, Category
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person


class Presentation(AtTable):
    """That an offer was gone through with her on a day, alone or in a group, and by whom."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "offer", "by", "form_key"),
        statistical=("municipality", "on", "in_a_group", "noted_at"),
    )

    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="presentations")
    on = models.DateField()
    in_a_group = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "-on"], name="presentation_by_table")]
        constraints = [
            models.UniqueConstraint(
                fields=["table", "offer", "on", "in_a_group"], name="one_presentation_a_day_and_way"
            ),
        ]


class Need(AtTable):
    """Something she misses and the catalogue does not have. Her words are hers; counted is where it belongs."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "by", "form_key"),
        statistical=("municipality", "area", "category", "said_at", "taken_back_at"),
        sensitive=("words",),
    )

    words = models.CharField(max_length=500)
    area = models.CharField(max_length=12, choices=Area.choices)
    category = models.CharField(max_length=40, choices=Category.choices)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["municipality", "area", "category"], name="need_by_municipality"),
            models.Index(fields=["table", "said_at"], name="need_by_table"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_need_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="need_has_her_words"),
        ]
