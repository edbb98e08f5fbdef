"""Tables of the plan as it stood: versions she agreed to, and when they were put into her hands."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.models.plan import Plan
from bordenden.plans.words import AgreedHow, HandedOver, VersionStatus


class PlanVersion(AtTable):
    """The plan as it stood: a draft, or agreed by her, or superseded by a later one. `content` is never changed.

    `content` is what the page showed, as plain data (see `plans.queries.versions`); prints are drawn from it.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "number", "made_by", "agreed_by", "form_key"),
        statistical=("municipality", "status", "made_at", "agreed_at", "agreed_how"),
        sensitive=("content",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=VersionStatus.choices, default=VersionStatus.DRAFT)
    content = models.JSONField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_how = models.CharField(max_length=8, choices=AgreedHow.choices, blank=True)
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once"),
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_plan_version_a_form"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(status=VersionStatus.AGREED), name="one_agreed_version_a_plan"
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(status=VersionStatus.DRAFT), name="one_draft_version_a_plan"
            ),
            models.CheckConstraint(
                condition=Q(status=VersionStatus.DRAFT, agreed_at__isnull=True)
                | (~Q(status=VersionStatus.DRAFT) & Q(agreed_at__isnull=False)),
                name="version_agreed_at_a_moment",
            ),
        ]


class Handover(AtTable):
    """That a version was put into her hands: on which day, by whom, and how."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "version", "handed_by", "form_key"),
        statistical=("municipality", "on", "how", "noted_at"),
    )

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="handovers")
    on = models.DateField()
    how = models.CharField(max_length=7, choices=HandedOver.choices)
    handed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "form_key"], name="one_handover_a_form")]
