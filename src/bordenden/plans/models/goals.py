"""Tables of what she works towards: goals with every wording, what makes it hard, small steps with every mark."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.models.chosen import Chosen
from bordenden.plans.models.plan import Plan
from bordenden.plans.words import GoalChange, GoalKind, Horizon, LifeArea, StepOwner, TaskType


class Goal(AtTable):
    """Her own goal; `version` counts its wordings, and every earlier one is kept in Wording."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "version", "form_key"),
        statistical=("municipality", "kind", "area", "horizon", "set_at", "reached_at", "let_go_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    words = models.CharField(max_length=300)
    kind = models.CharField(max_length=9, choices=GoalKind.choices, default=GoalKind.OWN)
    area = models.CharField(max_length=12, choices=LifeArea.choices, blank=True)
    horizon = models.CharField(max_length=6, choices=Horizon.choices, blank=True)
    version = models.PositiveIntegerField(default=1)
    set_at = models.DateTimeField()
    reached_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_goal_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="goal_has_words"),
        ]


class Wording(AtTable):
    """One wording of a goal: what it said, who wrote it and when."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "goal", "version", "written_by", "pen"),
        statistical=("municipality", "written_at"),
        sensitive=("words",),
    )

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="wordings")
    version = models.PositiveIntegerField()
    words = models.CharField(max_length=300)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # Who typed while she spoke, where somebody did.
    pen = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["goal", "version"], name="wording_version_once")]


class GoalMark(AtTable):
    """The history of a goal besides its words: what happened to it, when and by whom."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "goal", "marked_by"), statistical=("municipality", "change", "marked_at")
    )

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="marks")
    change = models.CharField(max_length=11, choices=GoalChange.choices)
    marked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()


class RealismCheck(AtTable):
    """Her own look at how sure she is of a goal (0 to 10), and what it takes; the newest counts, all are kept."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "goal", "checked_by", "form_key"),
        statistical=("municipality", "sure", "checked_at"),
        sensitive=("takes",),
    )

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="checks")
    sure = models.PositiveSmallIntegerField()
    takes = models.CharField(max_length=500, blank=True)
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "form_key"], name="one_realism_check_a_form"),
            models.CheckConstraint(condition=Q(sure__gte=0, sure__lte=10), name="sure_is_on_the_scale"),
        ]


class Barrier(AtTable):
    """What makes it hard, as she says it. `item` is the code of the question it came from, "" for none.

    Nothing is written over: other words are a new row that names the first of its chain in `rewords`. The first is
    the thing itself: it alone says when it was eased or let go, and steps point at it.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "rewords", "version", "form_key"),
        statistical=("municipality", "area", "item", "set_at", "eased_at", "let_go_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="barriers")
    words = models.CharField(max_length=300)
    area = models.CharField(max_length=12, choices=LifeArea.choices, blank=True)
    item = models.SlugField(max_length=40, blank=True, db_index=False)
    rewords = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="wordings")
    version = models.PositiveSmallIntegerField(default=1)
    set_at = models.DateTimeField()
    eased_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["plan", "set_at"], name="barrier_by_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_barrier_a_form"),
            models.UniqueConstraint(fields=["rewords", "version"], name="one_barrier_wording_a_version"),
            models.CheckConstraint(condition=~Q(words=""), name="barrier_has_words"),
        ]


class SmallStep(AtTable):
    """One small step; done when `done_at` is set, and it can be taken back without losing the history."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "goal", "chosen", "barrier", "form_key"),
        statistical=(
            "municipality",
            "owner",
            "supported_by",
            "area",
            "task_type",
            "due_on",
            "set_at",
            "help_wanted_at",
            "done_at",
            "let_go_at",
        ),
        sensitive=("words", "reflection"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="steps")
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    words = models.CharField(max_length=200)
    owner = models.CharField(max_length=12, choices=StepOwner.choices, default=StepOwner.CITIZEN)
    # Who stands by, where somebody does: a task has an owner and may have a helper.
    supported_by = models.CharField(max_length=12, choices=StepOwner.choices, blank=True)
    chosen = models.ForeignKey(Chosen, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    barrier = models.ForeignKey(Barrier, null=True, blank=True, on_delete=models.PROTECT, related_name="steps")
    area = models.CharField(max_length=12, choices=LifeArea.choices, blank=True)
    # What kind of task it is, where it is the caseworker's.
    task_type = models.CharField(max_length=8, choices=TaskType.choices, blank=True)
    due_on = models.DateField(null=True, blank=True)
    set_at = models.DateTimeField()
    help_wanted_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    let_go_at = models.DateTimeField(null=True, blank=True)
    reflection = models.CharField(max_length=500, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["plan", "done_at", "set_at"], name="step_by_plan"),
            models.Index(
                fields=["table", "help_wanted_at"], condition=Q(help_wanted_at__isnull=False), name="step_wants_help"
            ),
            models.Index(
                fields=["municipality", "due_on"],
                condition=Q(due_on__isnull=False, done_at__isnull=True, let_go_at__isnull=True),
                name="step_that_is_due",
            ),
        ]
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
