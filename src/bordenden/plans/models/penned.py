"""Table of what a caseworker wrote down while she spoke; it is hers only when she has said that it is right."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.models.goals import Goal
from bordenden.plans.models.plan import Plan
from bordenden.plans.words import AgreedHow, PenAnswer, PennedAs, StatementKind


class Penned(AtTable):
    """Words of `spoken_by`, typed by `pen`. They wait beside what she has said herself, and change none of it.

    `kind` is of a statement, `goal` is the one a rewording is of.
    `noted_by` is whoever noted that she said yes on paper; `made` is the id of what came of it.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "goal", "pen", "spoken_by", "noted_by", "made", "form_key"),
        statistical=("municipality", "what", "kind", "penned_at", "answer", "answered_at", "answered_how"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="penned")
    what = models.CharField(max_length=9, choices=PennedAs.choices)
    kind = models.CharField(max_length=10, choices=StatementKind.choices, blank=True)
    goal = models.ForeignKey(Goal, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    pen = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    spoken_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    penned_at = models.DateTimeField()
    answer = models.CharField(max_length=9, choices=PenAnswer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_how = models.CharField(max_length=8, choices=AgreedHow.choices, blank=True)
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made = models.UUIDField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["plan", "answer", "penned_at"], name="penned_by_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_penned_a_form"),
            models.UniqueConstraint(
                fields=["plan", "kind"],
                condition=Q(what=PennedAs.STATEMENT, answer=""),
                name="one_waiting_pen_a_kind",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="penned_has_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="penned_answered_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(answered_how=AgreedHow.PAPER) | Q(noted_by__isnull=False),
                name="paper_is_noted_by_somebody",
            ),
        ]
