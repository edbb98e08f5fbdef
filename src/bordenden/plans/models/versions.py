"""Tables of the plan as it stood: versions, when they were put into her hands, how they are printed, what kind."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Enrolment
from bordenden.people.models import Municipality, Person
from bordenden.plans.models.plan import Plan
from bordenden.plans.words import LONGEST_INTRO, AgreedHow, HandedOver, PlanKind, VersionStatus


class PlanVersion(AtTable):
    """The plan as it stood: a draft, or agreed by her, or superseded by a later one. `content` is never changed.

    `content` is what the page showed, as plain data (see `plans.queries.snapshots`); prints are drawn from it.
    `noted_by` is who noted a yes on paper; the yes itself is `agreed_by`'s.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "number", "made_by", "agreed_by", "noted_by", "form_key"),
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
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(
                fields=["agreed_at"], condition=Q(status=VersionStatus.AGREED), name="agreed_versions_by_day"
            ),
        ]
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
                condition=Q(status__in=(VersionStatus.DRAFT, VersionStatus.DROPPED), agreed_at__isnull=True)
                | Q(status__in=(VersionStatus.AGREED, VersionStatus.SUPERSEDED), agreed_at__isnull=False),
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


class KindChange(AtTable):
    """That a plan became the part of a resource course, or her one plan again: who said so, and why."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "enrolment", "changed_by", "form_key"),
        statistical=("municipality", "kind", "changed_at"),
        sensitive=("why",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="kind_changes")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=PlanKind.choices)
    why = models.CharField(max_length=300)
    changed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["plan", "changed_at"], name="kind_changes_of_a_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_kind_change_a_form"),
            models.CheckConstraint(condition=~Q(why=""), name="kind_change_has_grounds"),
            models.CheckConstraint(condition=~Q(kind=PlanKind.FAMILY), name="no_plan_becomes_a_familys"),
        ]


class PlanLayout(models.Model):
    """How a municipality prints its plans: which parts in which order, own headings, a text of its own.

    `parts` is a list of {"part": code, "heading": own words or ""}; the highest version stands, none is changed.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "version", "intro", "parts", "made_by", "made_at"), statistical=("municipality",)
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    version = models.PositiveSmallIntegerField()
    intro = models.CharField(max_length=LONGEST_INTRO, blank=True)
    parts = models.JSONField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "version"], name="one_layout_a_municipality_and_version"),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.version}"

    @property
    def table_id(self) -> None:
        """A layout stands at no table."""
        return None
