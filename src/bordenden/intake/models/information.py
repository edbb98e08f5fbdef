"""Meetings where candidates hear what the project is, whom it invited, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bordenden.foundation.ids import new_id
from bordenden.foundation.privacy import Privacy
from bordenden.intake.models.candidates import Candidate
from bordenden.intake.words import Attendance, Interest, MeetingKind
from bordenden.people.models import Municipality
from bordenden.programmes.models import Project


class InformationMeeting(models.Model):
    """A meeting of a project for those who might join; who is invited decides for herself whether she comes."""

    privacy: ClassVar = Privacy(
        plain=("id", "title", "place"),
        statistical=("municipality", "project", "kind", "starts_at", "ends_at", "cancelled_at"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="information_meetings")
    kind = models.CharField(max_length=12, choices=MeetingKind.choices)
    title = models.CharField(max_length=120)
    place = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["project", "starts_at"], name="information_by_project")]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind", "starts_at", "place"], name="one_information_meeting_a_time_and_place"
            ),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="information_ends_after_it_starts"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def table_id(self) -> None:
        """A meeting for many stands at no table; the audit asks every thing where it stands."""
        return None


class Invitation(models.Model):
    """One candidate invited to one meeting: whether she came, and what she said to it."""

    privacy: ClassVar = Privacy(
        plain=("id", "candidate"),
        statistical=("municipality", "meeting", "invited_at", "attendance", "interest", "noted_at"),
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+", db_index=False)
    meeting = models.ForeignKey(InformationMeeting, on_delete=models.PROTECT, related_name="invitations")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="invitations")
    invited_at = models.DateTimeField()
    attendance = models.CharField(max_length=12, choices=Attendance.choices, blank=True)
    interest = models.CharField(max_length=12, choices=Interest.choices, blank=True)
    noted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "candidate"], name="invited_once_a_meeting"),
        ]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    @property
    def table_id(self) -> None:
        """An invitation stands at no table; the audit asks every thing where it stands."""
        return None
