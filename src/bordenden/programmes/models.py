"""Tables of programmes: the national programme, its projects, the offices people hold, and their training."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.people.models import Municipality, Person
from bordenden.programmes.words import Department, OfficeRole, RuleSet, Track


class Programme(models.Model):
    """A national trial with a period; `last_referral_on` is the last day anybody may be referred.

    `no_sanction_*`: the order by which participants may not be sanctioned, and the day from which it holds.
    """

    privacy: ClassVar = Privacy(
        plain=(
            "id",
            "name",
            "starts_on",
            "ends_on",
            "last_referral_on",
            "made_up",
            "rule_set",
            "no_sanction_basis",
            "no_sanction_link",
            "no_sanction_from",
        )
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()
    last_referral_on = models.DateField()
    made_up = models.BooleanField(default=False)
    rule_set = models.CharField(max_length=8, choices=RuleSet.choices, default=RuleSet.LAW_OF_2014)
    no_sanction_basis = models.CharField(max_length=200, blank=True)
    no_sanction_link = models.URLField(blank=True)
    no_sanction_from = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="programme_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(no_sanction_from__isnull=True) | ~Q(no_sanction_basis=""),
                name="no_sanction_names_its_legal_basis",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Project(models.Model):
    """One municipality's project in a programme, on one track."""

    privacy: ClassVar = Privacy(
        plain=("id", "name", "made_up"),
        statistical=("programme", "municipality", "track", "starts_on", "ends_on"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="projects")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    track = models.CharField(max_length=3, choices=Track.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    made_up = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "municipality", "name"], name="project_name_once_a_municipality"
            ),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="project_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.name


class TargetNumber(models.Model):
    """How many of one target group a project set out to have."""

    privacy: ClassVar = Privacy(plain=("id", "project", "target_group", "number"))

    id = models.UUIDField(primary_key=True, default=new_id)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="target_numbers")
    target_group = models.CharField(max_length=20)
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "target_group"], name="one_target_number_a_group"),
        ]

    def __str__(self) -> str:
        return f"{self.target_group}: {self.number}"


class Office(models.Model):
    """An office a person holds for a time, in a project, a programme or a municipality."""

    privacy: ClassVar = Privacy(
        plain=("id", "person", "role", "department", "municipality", "project", "programme", "starts_at", "ends_at")
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices")
    role = models.CharField(max_length=20, choices=OfficeRole.choices)
    department = models.CharField(max_length=12, choices=Department.choices, default=Department.EMPLOYMENT)
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="offices")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="offices")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="office_ends_after_it_starts",
            ),
            models.UniqueConstraint(
                fields=["project"],
                condition=Q(role=OfficeRole.PROJECT_LEADER, ends_at__isnull=True),
                name="one_project_leader_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["project", "person", "department"],
                condition=Q(role=OfficeRole.STEERING, ends_at__isnull=True),
                name="once_in_the_steering_group_for_an_area",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}"


class Training(models.Model):
    """A training that staff of a project took part in: what, by whom it was given, and on which day."""

    privacy: ClassVar = Privacy(plain=("id", "project", "title", "provider", "held_on"))

    id = models.UUIDField(primary_key=True, default=new_id)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="trainings")
    title = models.CharField(max_length=120)
    provider = models.CharField(max_length=120)
    held_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "title", "held_on"], name="one_training_a_title_and_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def table_id(self) -> None:
        """A training stands at no citizen's table."""
        return None

    @property
    def municipality_id(self) -> int:
        """That of its project."""
        return self.project.municipality_id


class Trained(models.Model):
    """That somebody took part."""

    privacy: ClassVar = Privacy(plain=("id", "training", "person"))

    id = models.UUIDField(primary_key=True, default=new_id)
    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="trained")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["training", "person"], name="trained_once_a_training")]

    def __str__(self) -> str:
        return f"{self.training_id} {self.person_id}"
