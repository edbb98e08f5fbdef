"""Tables of how professionals work together around her plan; none of them changes a word of hers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Municipality, Person
from bordenden.plans.models.around import PlanContact
from bordenden.plans.models.goals import Goal
from bordenden.plans.models.plan import Plan
from bordenden.plans.models.versions import PlanVersion
from bordenden.programmes.words import Department


class PlanRules(models.Model):
    """How a municipality goes about its plans, as it was laid down; the highest version counts.

    `uses_team`: a team across professions may advise. `most_professionals` around one plan before it is said aloud.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "version", "set_by"), statistical=("municipality", "uses_team", "most_professionals", "set_at")
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    uses_team = models.BooleanField()
    most_professionals = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "version"], name="plan_rules_version_once"),
            models.CheckConstraint(
                condition=Q(most_professionals__gte=1, most_professionals__lte=20), name="plan_rules_within_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality_id} {self.version}"

    @property
    def table_id(self) -> None:
        """Rules stand at no table."""
        return None


class GuidanceNote(AtTable):
    """What was coordinated with the youth guidance: with whom, on which day, and what about."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "contact", "written_by", "form_key"),
        statistical=("municipality", "on", "written_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="guidance_notes")
    contact = models.ForeignKey(PlanContact, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    words = models.CharField(max_length=1000)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_guidance_note_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="guidance_note_has_words"),
        ]


class TeamAdvice(AtTable):
    """What a team across professions advises on her goals; `took_part`: codes of the areas that took part."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "goal", "written_by", "form_key"),
        statistical=("municipality", "on", "took_part", "written_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="team_advice")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    took_part = models.CharField(max_length=60)
    words = models.CharField(max_length=1000)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_team_advice_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="team_advice_has_words"),
            models.CheckConstraint(condition=~Q(took_part=""), name="team_advice_says_who_took_part"),
        ]

    @property
    def areas(self) -> tuple[Department, ...]:
        """Which areas took part, in the order of the words."""
        return tuple(area for area in Department if area in self.took_part.split())


class Approval(AtTable):
    """That a professional stands by the part of an agreed version that is of their own area."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "version", "approved_by"), statistical=("municipality", "area", "approved_at")
    )

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="approvals")
    area = models.CharField(max_length=12, choices=Department.choices)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "area", "approved_by"], name="one_approval_a_person_and_area"),
        ]
