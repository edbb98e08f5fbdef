"""Tables of plans: the plan, what she says in her own words, goals, small steps, and others' comments."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.words import StatementKind, StepOwner


class Plan(AtTable):
    """The one plan of a table."""

    privacy: ClassVar = Privacy(plain=("id", "table"), statistical=("municipality", "begun_at"))

    begun_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table"], name="one_plan_a_table")]


class Statement(AtTable):
    """What she says in her own words; the newest row of a kind counts, the older ones are its history."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "version", "written_by"),
        statistical=("municipality", "kind", "written_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=10, choices=StatementKind.choices)
    version = models.PositiveIntegerField()
    words = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "kind", "version"], name="statement_version_once")]


class Comment(AtTable):
    """What somebody at the table says to her words; it stands beside them and never changes them."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "written_by", "form_key"),
        statistical=("municipality", "kind", "written_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="comments")
    kind = models.CharField(max_length=10, choices=StatementKind.choices)
    words = models.CharField(max_length=500)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "form_key"], name="one_comment_a_form")]


class Goal(AtTable):
    """Her own goal; `version` counts its wordings, and every earlier one is kept in Wording."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "version", "form_key"),
        statistical=("municipality", "set_at", "reached_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    words = models.CharField(max_length=300)
    version = models.PositiveIntegerField(default=1)
    set_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_goal_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="goal_has_words"),
        ]


class Wording(AtTable):
    """One wording of a goal: what it said, who wrote it and when."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "goal", "version", "written_by"),
        statistical=("municipality", "written_at"),
        sensitive=("words",),
    )

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="wordings")
    version = models.PositiveIntegerField()
    words = models.CharField(max_length=300)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "version"], name="wording_version_once")]


class SmallStep(AtTable):
    """One small step; done when `done_at` is set, and it can be taken back without losing the history."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "goal", "form_key"),
        statistical=("municipality", "owner", "set_at", "done_at"),
        sensitive=("words", "reflection"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    words = models.CharField(max_length=200)
    owner = models.CharField(max_length=12, choices=StepOwner.choices, default=StepOwner.CITIZEN)
    set_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    reflection = models.CharField(max_length=500, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["plan", "done_at", "set_at"], name="step_by_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_step_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="step_has_words"),
        ]


class StepMark(AtTable):
    """The history of a step's done-mark: set (with what she thought of it) or taken back, when and by whom."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "step", "marked_by"),
        statistical=("municipality", "done", "marked_at"),
        sensitive=("reflection",),
    )

    step = models.ForeignKey(SmallStep, on_delete=models.PROTECT, related_name="marks")
    done = models.BooleanField()
    reflection = models.CharField(max_length=500, blank=True)
    marked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()
