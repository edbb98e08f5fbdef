"""Tables of who is at a family's table: members, guardians, consents, and the ages of a municipality."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.privacy import Privacy
from bordenden.pathways.models import AtTable
from bordenden.people.models import Municipality, Person
from bordenden.plans.models import Plan


class AgeRule(models.Model):
    """The ages of one municipality, where it has set its own; without a row the usual ones hold."""

    privacy: ClassVar = Privacy(
        plain=("id", "municipality", "own_part_from", "guardian_reads_until", "adult_from"),
    )

    municipality = models.OneToOneField(Municipality, on_delete=models.PROTECT, related_name="+")
    own_part_from = models.PositiveSmallIntegerField(default=12)
    guardian_reads_until = models.PositiveSmallIntegerField(default=12)
    adult_from = models.PositiveSmallIntegerField(default=18)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(own_part_from__gte=10, own_part_from__lte=15), name="own_part_from_ten_to_fifteen"
            ),
            models.CheckConstraint(
                condition=Q(guardian_reads_until__gte=F("own_part_from"), guardian_reads_until__lte=15),
                name="guardian_reads_until_fifteen_at_most",
            ),
            models.CheckConstraint(
                condition=Q(adult_from__gte=15, adult_from__lte=18), name="grown_up_at_eighteen_at_last"
            ),
        ]

    def __str__(self) -> str:
        return str(self.municipality_id)


class Family(AtTable):
    """A family at its own table, with the one plan it makes together. No address stands anywhere about a family."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "plan"), statistical=("municipality", "begun_at"), identifying=("name",)
    )

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="family")
    name = models.CharField(max_length=80)
    begun_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "families"
        constraints = [
            models.UniqueConstraint(fields=["table"], name="one_family_a_table"),
            models.CheckConstraint(condition=~Q(name=""), name="family_has_a_name"),
        ]


class Member(AtTable):
    """Somebody's stay in a family, from `joined_at` (included) to `left_at` (not included; empty is open).

    A child has a day of birth; who has none counts as grown up. A small child is a person without a login.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "family", "person", "added_by", "form_key"),
        statistical=("municipality", "joined_at", "left_at"),
        identifying=("born_on",),
    )

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stays")
    born_on = models.DateField(null=True, blank=True)
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(left_at__isnull=True), name="one_active_family_a_person"
            ),
            models.UniqueConstraint(fields=["family", "form_key"], name="one_member_a_form"),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(left_at__gte=F("joined_at")), name="member_leaves_after_joining"
            ),
        ]


class Guardianship(AtTable):
    """That one member is guardian of another. It is about this plan, and ends when either leaves the family."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "child", "guardian"), statistical=("municipality", "starts_at", "ends_at")
    )

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="guardianships")
    guardian = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="wards")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "guardian"], condition=Q(ends_at__isnull=True), name="guardian_once_a_child"
            ),
            models.CheckConstraint(condition=~Q(child=F("guardian")), name="nobody_is_own_guardian"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="guardian_ends_after_it_starts",
            ),
        ]


class Consent(AtTable):
    """A guardian's yes to a child having a part; written before the part is begun, and it may be taken back."""

    privacy: ClassVar = Privacy(
        plain=("id", "table", "child", "given_by", "withdrawn_by"),
        statistical=("municipality", "given_at", "withdrawn_at"),
    )

    child = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="consents")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(withdrawn_at__isnull=True), name="one_standing_consent_a_child"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="consent_withdrawn_by_somebody",
            ),
        ]
