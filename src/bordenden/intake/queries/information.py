"""Reads about meetings to hear of a project: which there are, whom they invited, whom one might invite."""

from django.db.models import Count, Q, QuerySet

from bordenden.intake.models import Candidate, InformationMeeting, Invitation
from bordenden.intake.words import Attendance, Interest
from bordenden.programmes.models import Project


def meetings_of(*, project: Project) -> QuerySet[InformationMeeting]:
    """The project's meetings, the latest first, each with how many it invited, who came, and who wants to join."""
    counted = InformationMeeting.objects.filter(project=project).annotate(
        invited=Count("invitations"),
        came=Count("invitations", filter=Q(invitations__attendance=Attendance.CAME)),
        want=Count("invitations", filter=Q(invitations__interest=Interest.WANTS)),
    )
    return counted.order_by("-starts_at", "pk")


def invitations_of(*, meeting: InformationMeeting) -> QuerySet[Invitation]:
    """Whom it invited, in Danish order of their names; whoever is no candidate any more is not named."""
    rows = Invitation.objects.filter(meeting=meeting, candidate__closed_at__isnull=True)
    return rows.select_related("candidate__person", "candidate__referral").order_by(
        "candidate__person__sort_key", "pk"
    )


def to_invite(*, meeting: InformationMeeting) -> QuerySet[Candidate]:
    """The project's candidates it has not invited, in Danish order of their names."""
    rows = Candidate.objects.filter(project=meeting.project_id, closed_at__isnull=True)
    free = rows.exclude(invitations__meeting=meeting)
    return free.select_related("person", "referral").order_by("person__sort_key", "pk")


def no_longer_candidates(*, meeting: InformationMeeting) -> int:
    """How many it invited who have begun since, or will not join."""
    return Invitation.objects.filter(meeting=meeting, candidate__closed_at__isnull=False).count()
