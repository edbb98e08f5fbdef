"""Who might join a project, and the benefits they have lived on: an intake officer's, until the course begins."""

from typing import ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.intake.words import CandidacyEnd
from bordenden.pathways.models import Table
from bordenden.people.models import Municipality, Person
from bordenden.programmes.models import Project

# The first signs of a random key: nobody finds the key, or a page, by them.
NUMBER_MARK, NUMBER_SIGNS = "K-", 8


class Candidate(models.Model):
    """Somebody who might join a project. `closed_at`: the course began, or it came to nothing (`ended_as`).

    `vocational_education` is None while nobody knows it: nobody is to be refused, or let in, on a guess.
    `known_table`: the one she sat at the head of already when she was written up, from a course that is over.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "person", "known_table"),
        statistical=("municipality", "project", "target_group", "registered_at", "closed_at", "ended_as"),
        sensitive=("vocational_education",),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="candidates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="candidacies")
    known_table = models.ForeignKey(Table, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    target_group = models.CharField(max_length=20, blank=True)
    vocational_education = models.BooleanField(null=True, blank=True)
    registered_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    ended_as = models.CharField(max_length=12, choices=CandidacyEnd.choices, blank=True)

    class Meta:
        indexes = [models.Index(fields=["project", "closed_at"], name="candidate_by_project")]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person"],
                condition=Q(closed_at__isnull=True),
                name="one_open_candidacy_a_person_and_project",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, ended_as="") | Q(closed_at__isnull=False) & ~Q(ended_as=""),
                name="a_closed_candidacy_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    @property
    def list_number(self) -> str:
        """What stands for her on a list without names, for as long as she is a candidate."""
        return f"{NUMBER_MARK}{self.pk.hex[:NUMBER_SIGNS].upper()}"

    @property
    def table_id(self) -> UUID | None:
        """The table where she sees who looked at her here: laid when she was asked to join, or hers from before."""
        asked = getattr(self, "referral", None)
        return asked.table_id if asked else self.known_table_id


class BenefitPeriod(models.Model):
    """A benefit somebody lived on, from `starts_on` to and including `ends_on` (empty: it still runs)."""

    privacy: ClassVar = Privacy(plain=("id", "municipality", "person"), sensitive=("benefit", "starts_on", "ends_on"))

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="benefit_periods")
    benefit = models.CharField(max_length=40)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "benefit", "starts_on"], name="one_period_a_person_benefit_and_start"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="benefit_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"
