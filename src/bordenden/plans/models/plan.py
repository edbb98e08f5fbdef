"""Tables of the plan itself: what she says in her own words, what others say, propose, and what was decided."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.offers.models import Offer
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.words import DecisionAbout, GoalKind, PlanKind, ProposalAnswer, StatementKind, StepOwner


class Plan(AtTable):
    """The one plan of a table. `owner` is the citizen it is about; a family's plan has none."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "owner"), statistical=("municipality", "kind", "begun_at", "ended_at")
    )

    kind = models.CharField(max_length=8, choices=PlanKind.choices, default=PlanKind.ONE)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table"], name="one_plan_a_table"),
            models.UniqueConstraint(
                fields=["owner"], condition=Q(ended_at__isnull=True), name="one_active_plan_a_citizen"
            ),
            models.CheckConstraint(
                condition=Q(kind=PlanKind.FAMILY, owner__isnull=True) | ~Q(kind=PlanKind.FAMILY),
                name="family_plan_has_no_owner",
            ),
        ]


class Statement(AtTable):
    """What she says in her own words; the newest row of a kind counts, the older ones are its history."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "version", "written_by", "pen"),
        statistical=("municipality", "kind", "written_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=10, choices=StatementKind.choices)
    version = models.PositiveIntegerField()
    words = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # Who typed while she spoke, where somebody did; she has said that it is right.
    pen = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)
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


class Proposal(AtTable):
    """What somebody beside her proposes. It takes effect when she says yes, in those words or in her own.

    `goal`, `barrier`, `chosen` and `offer` are what it is about, where it is about one; `owner` is who would do a
    proposed step, `goal_kind` what a proposed goal is about; `made` is the id of what came of it.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "goal", "barrier", "chosen", "offer", "proposed_by", "made", "form_key"),
        statistical=(
            "municipality",
            "about",
            "owner",
            "goal_kind",
            "proposed_at",
            "answer",
            "answered_at",
            "taken_back_at",
        ),
        sensitive=("words", "answer_words"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="proposals")
    about = models.CharField(max_length=12, choices=DecisionAbout.choices)
    words = models.CharField(max_length=300)
    goal = models.ForeignKey("plans.Goal", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    barrier = models.ForeignKey("plans.Barrier", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    owner = models.CharField(max_length=12, choices=StepOwner.choices, blank=True, default="")
    goal_kind = models.CharField(max_length=9, choices=GoalKind.choices, blank=True, default="")
    chosen = models.ForeignKey("plans.Chosen", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    offer = models.ForeignKey(Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    answer = models.CharField(max_length=9, choices=ProposalAnswer.choices, blank=True)
    answer_words = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    made = models.UUIDField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["plan", "answer", "proposed_at"], name="proposal_by_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_proposal_a_form"),
            models.CheckConstraint(condition=~Q(words=""), name="proposal_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="proposal_answered_at_a_moment",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | Q(answer=""), name="answered_proposal_is_not_taken_back"
            ),
        ]


class Decision(AtTable):
    """One row of the influence record: what was decided, who proposed it, who decided, on which of her statements.

    `thing` is the id of what it is about (a goal, something chosen, a contact agreement, a mentor's seat).
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "statement", "proposal", "thing", "proposed_by", "decided_by"),
        statistical=("municipality", "about", "proposed_side", "decided_side", "decided_at"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="decisions")
    about = models.CharField(max_length=12, choices=DecisionAbout.choices)
    thing = models.UUIDField()
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="decisions")
    proposal = models.ForeignKey(Proposal, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_side = models.CharField(max_length=12, choices=StepOwner.choices)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    decided_side = models.CharField(max_length=12, choices=StepOwner.choices)
    decided_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["plan", "-decided_at"], name="decision_by_plan")]
