"""Tables of the second informant: the caseworker's own form beside hers, and belief counted without a person."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.assessments.models.instruments import HIGHEST, LOWEST, InstrumentVersion, Item
from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project


class CaseworkerSheet(AtTable):
    """How the caseworker sees her situation, on a form of its own, stored apart from hers; she reads it."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "informant", "form_key"), statistical=("municipality", "version", "said_at")
    )

    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    informant = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["table", "said_at"], name="caseworker_sheet_by_table")]
        constraints = [
            models.UniqueConstraint(fields=["table", "form_key"], name="one_caseworker_sheet_a_form"),
        ]


class CaseworkerAnswer(AtTable):
    """The caseworker's number for one item of that form; what was left open has no row."""

    privacy: ClassVar = Privacy(plain=("id", "table", "sheet"), statistical=("municipality", "item", "value"))

    sheet = models.ForeignKey(CaseworkerSheet, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sheet", "item"], name="one_answer_an_item_and_caseworker_sheet"),
            models.CheckConstraint(
                condition=Q(value__gte=LOWEST, value__lte=HIGHEST), name="a_caseworkers_value_is_on_the_scale"
            ),
        ]


class BeliefTally(models.Model):
    """Of the ten newest: how many does the caseworker believe will get a job? Two numbers, no citizen behind them.

    One a caseworker and quarter (`quarter` is its first day). The figure leaves only over five caseworkers or more.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "by"), statistical=("municipality", "project", "quarter", "asked", "believed", "said_at")
    )
    table_id: ClassVar = None

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    quarter = models.DateField()
    asked = models.PositiveSmallIntegerField()
    believed = models.PositiveSmallIntegerField()
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "by", "quarter"], name="one_tally_a_caseworker_and_quarter"),
            models.CheckConstraint(
                condition=Q(asked__gte=1, asked__lte=10, believed__lte=F("asked")), name="tally_is_of_ten_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"BeliefTally {self.pk}"
