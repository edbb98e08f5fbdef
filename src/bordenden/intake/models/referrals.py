"""The referral: at a table of her own, with her hope and her declaration; nothing is promised but to take part."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from bordenden.foundation.privacy import Privacy
from bordenden.intake.models.candidates import Candidate
from bordenden.pathways.models import AtTable, Enrolment
from bordenden.people.models import Person
from bordenden.programmes.words import Track


class Referral(AtTable):
    """A candidate is asked to join; her table is laid, and she says yes or no, at home or on paper.

    `hope` is in her own words. `declared_on`: that she wants to work towards education or a job in the long run.
    `consented_at` / `withdrawn_at`: her consent to take part. `verdict`: by which rule she may join, as it was found.
    `caseworker` is proposed, and sits down when she says yes; `noted_by` wrote her answer down from paper.
    """

    privacy: ClassVar = Privacy(
        plain=("id", "table", "candidate", "enrolment", "reference", "caseworker", "on_paper", "noted_by"),
        statistical=(
            "municipality",
            "track",
            "prepared_at",
            "declared_on",
            "towards",
            "consented_at",
            "declined_at",
            "withdrawn_at",
        ),
        sensitive=("hope", "match_reasons", "verdict"),
    )

    candidate = models.OneToOneField(Candidate, on_delete=models.PROTECT, related_name="referral")
    enrolment = models.OneToOneField(
        Enrolment, null=True, blank=True, on_delete=models.PROTECT, related_name="referral"
    )
    reference = models.CharField(max_length=20, blank=True)
    caseworker = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    track = models.CharField(max_length=3, choices=Track.choices)
    prepared_at = models.DateTimeField()
    match_reasons = models.TextField(blank=True)
    verdict = models.JSONField(default=dict)
    hope = models.TextField(blank=True)
    towards = models.CharField(max_length=3, choices=Track.choices, blank=True)
    declared_on = models.DateField(null=True, blank=True)
    on_paper = models.BooleanField(default=False)
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    consented_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(consented_at__isnull=True) | Q(declared_on__isnull=False) & ~Q(towards="") & ~Q(hope=""),
                name="whoever_takes_part_has_declared_and_hopes",
            ),
            models.CheckConstraint(
                condition=Q(consented_at__isnull=True) | Q(declined_at__isnull=True), name="either_yes_or_no"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(consented_at__isnull=False),
                name="only_a_consent_is_withdrawn",
            ),
        ]
