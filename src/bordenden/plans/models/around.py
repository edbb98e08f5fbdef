"""Tables of who stands around her plan: whom to call, how they keep in touch, what a mentor is there for."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.contactlog.words import Channel, Place
from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Person
from bordenden.plans.models.plan import Plan, Proposal
from bordenden.plans.words import ContactRole, StepOwner
from bordenden.programmes.words import Department


class PlanContact(AtTable):
    """Somebody to call, as it stands on her plan.

    With `person` it is somebody at the table: the row only says where in her order, or that she took them off;
    name, telephone and hours are then always the person's own (`plans.queries.contacts_of`).
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "person", "position", "form_key"),
        statistical=("municipality", "role", "department", "set_at", "taken_off_at"),
        identifying=("name", "phone", "hours", "where"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="contacts")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=12, choices=ContactRole.choices)
    department = models.CharField(max_length=12, choices=Department.choices, blank=True)
    name = models.CharField(max_length=120)
    where = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    hours = models.CharField(max_length=80, blank=True)
    position = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()
    taken_off_at = models.DateTimeField(null=True, blank=True)
    form_key = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["plan", "position"], name="contacts_of_a_plan")]
        constraints = [
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_contact_a_form"),
            models.UniqueConstraint(fields=["plan", "person", "role"], name="one_contact_a_person_and_role"),
            models.CheckConstraint(condition=~Q(name=""), name="contact_has_a_name"),
        ]


class ContactAgreement(AtTable):
    """How often, how and where she and her caseworker (or her mentor) keep in touch; the highest version stands."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "version", "agreed_by", "form_key"),
        statistical=("municipality", "with_whom", "every_days", "channel", "place", "agreed_at"),
        sensitive=("words",),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="contact_agreements")
    with_whom = models.CharField(max_length=12, choices=StepOwner.choices, default=StepOwner.COORDINATOR)
    version = models.PositiveSmallIntegerField()
    every_days = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=8, choices=Channel.choices)
    place = models.CharField(max_length=10, choices=Place.choices, blank=True)
    words = models.CharField(max_length=300, blank=True)
    agreed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "with_whom", "version"], name="one_contact_agreement_a_version"),
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_contact_agreement_a_form"),
            models.CheckConstraint(condition=Q(every_days__gte=1, every_days__lte=366), name="contact_within_a_year"),
        ]


class ProposedContact(AtTable):
    """What a proposal about how they keep in touch says, beside its words."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "proposal"), statistical=("municipality", "with_whom", "every_days", "channel", "place")
    )

    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="contact")
    with_whom = models.CharField(max_length=12, choices=StepOwner.choices, default=StepOwner.COORDINATOR)
    every_days = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=8, choices=Channel.choices)
    place = models.CharField(max_length=10, choices=Place.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(every_days__gte=1, every_days__lte=366), name="proposed_contact_within_a_year"
            ),
        ]


class MentorRole(AtTable):
    """What a mentor is there for, and what the mentor does; the highest version of a mentor's counts."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan", "mentor", "version", "written_by", "form_key"),
        statistical=("municipality", "written_at"),
        sensitive=("words", "tasks"),
    )

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="mentor_roles")
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300)
    tasks = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "version"], name="one_mentor_role_a_version"),
            models.UniqueConstraint(fields=["plan", "form_key"], name="one_mentor_role_a_form"),
            models.CheckConstraint(condition=~Q(words="") & ~Q(tasks=""), name="mentor_role_says_both"),
        ]
