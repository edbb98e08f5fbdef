"""Tables of reviews: after how many quiet days a project asks, and what came of asking."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable, Enrolment
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project
from bordenden.reviews.words import FEWEST_DAYS, MOST_DAYS, Heard, Onwards


class QuietRule(models.Model):
    """After how many days without a sign of life somebody is to ask; the highest version of a project counts."""

    privacy: ClassVar = Privacy(
        plain=("id", "version", "set_by"), statistical=("municipality", "project", "days", "set_at")
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="quiet_rules")
    version = models.PositiveSmallIntegerField()
    days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "version"], name="quiet_rule_version_once"),
            models.CheckConstraint(
                condition=Q(days__gte=FEWEST_DAYS, days__lte=MOST_DAYS), name="quiet_rule_within_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"QuietRule {self.pk}"

    @property
    def table_id(self) -> None:
        """A rule stands at no table; the audit asks every thing where it stands."""
        return None


class Review(AtTable):
    """It has been quiet since `quiet_since`: what was tried, what she says, and what a person decided.

    `answer` is what she herself says to it afterwards. Nothing here ends a course: the exit has a form of its own.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "enrolment", "decided_by"),
        statistical=(
            "municipality",
            "quiet_since",
            "opened_at",
            "heard",
            "onwards",
            "paused_until",
            "decided_at",
            "answered_at",
        ),
        sensitive=("her_words", "tried", "grounds", "answer"),
    )

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="reviews")
    quiet_since = models.DateTimeField()
    opened_at = models.DateTimeField()
    heard = models.CharField(max_length=12, choices=Heard.choices, blank=True)
    her_words = models.TextField(blank=True)
    tried = models.TextField(blank=True)
    onwards = models.CharField(max_length=8, choices=Onwards.choices, blank=True)
    grounds = models.TextField(blank=True)
    paused_until = models.DateField(null=True, blank=True)
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["table", "-opened_at"], name="review_by_table")]
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"], condition=Q(decided_at__isnull=True), name="one_open_review_a_course"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, onwards="", heard="", grounds="")
                | Q(decided_at__isnull=False, decided_by__isnull=False)
                & ~Q(onwards="")
                & ~Q(heard="")
                & ~Q(grounds=""),
                name="review_is_decided_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(onwards=Onwards.PAUSE, paused_until__isnull=False)
                | ~Q(onwards=Onwards.PAUSE) & Q(paused_until__isnull=True),
                name="a_pause_has_a_last_day",
            ),
            models.CheckConstraint(
                condition=~Q(heard=Heard.TOGETHER) | ~Q(her_words=""), name="talked_together_says_what_she_says"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False, decided_at__isnull=False),
                name="review_is_answered_once_decided",
            ),
            models.CheckConstraint(condition=Q(quiet_since__lte=F("opened_at")), name="quiet_before_the_review"),
        ]

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.decided_at is None
