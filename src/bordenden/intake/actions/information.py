"""Writes about meetings to hear of a project: called, invited to, what became of it; nobody has to come."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record, record_all
from bordenden.foundation.rules import NotPossible
from bordenden.intake.models import Candidate, InformationMeeting, Invitation
from bordenden.intake.words import Attendance, Interest, MeetingKind
from bordenden.people.models import Person
from bordenden.programmes.models import Project


@transaction.atomic
def call_meeting(
    *,
    project: Project,
    kind: MeetingKind,
    title: str,
    place: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Person,
    at: datetime,
) -> InformationMeeting:
    """A meeting to come. One of the same kind, at the same time and place is the same meeting."""
    if not title.strip() or not place.strip():
        raise NotPossible(_("Skriv, hvad mødet hedder, og hvor det er."))
    if starts_at < at:
        raise NotPossible(_("Tidspunktet er gået. Vælg et, der kommer."))
    if ends_at <= starts_at:
        raise NotPossible(_("Mødet slutter, før det begynder. Ret tiden."))
    meeting, created = InformationMeeting.objects.get_or_create(
        project=project,
        kind=kind,
        starts_at=starts_at,
        place=place.strip(),
        defaults={"municipality_id": project.municipality_id, "title": title.strip(), "ends_at": ends_at},
    )
    if created:
        record(act="information.call", by=by, thing=meeting, at=at)
    return meeting


@transaction.atomic
def invite(*, meeting: InformationMeeting, candidates: Iterable[Candidate], by: Person, at: datetime) -> int:
    """They are invited, each once. Gives how many were not before; whoever is no candidate any more is left out."""
    held = InformationMeeting.objects.select_for_update().get(pk=meeting.pk)
    if held.cancelled_at is not None:
        raise NotPossible(_("Mødet er aflyst. Lav et nyt, og invitér til det."))
    if held.starts_at < at:
        raise NotPossible(_("Mødet har været. Invitér til et, der kommer."))
    asked = Candidate.objects.filter(
        pk__in=[one.pk for one in candidates], project=held.project_id, closed_at__isnull=True
    )
    new = [
        Invitation(municipality_id=held.municipality_id, meeting=held, candidate=candidate, invited_at=at)
        for candidate in asked.exclude(invitations__meeting=held).order_by("pk")
    ]
    record_all(act="information.invite", by=by, things=Invitation.objects.bulk_create(new), at=at)
    return len(new)


@transaction.atomic
def note_invitation(
    *, invitation: Invitation, attendance: Attendance | None, interest: Interest | None, by: Person, at: datetime
) -> Invitation:
    """Whether she came and what she said to it, as far as it is known. Nothing follows from not coming."""
    held = Invitation.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=invitation.pk)
    if attendance in (Attendance.CAME, Attendance.AWAY) and held.meeting.starts_at > at:
        raise NotPossible(_("Mødet har ikke været endnu."))
    said = (attendance or "", interest or "")
    if (held.attendance, held.interest) != said:
        held.attendance, held.interest = said
        held.noted_at = at
        held.save(update_fields=["attendance", "interest", "noted_at"])
        record(act="information.note", by=by, thing=held, at=at)
    return held


@transaction.atomic
def cancel_meeting(*, meeting: InformationMeeting, by: Person, at: datetime) -> InformationMeeting:
    """It is called off; twice is once. One that has been cannot be."""
    held = InformationMeeting.objects.select_for_update().get(pk=meeting.pk)
    if held.cancelled_at is None:
        if held.starts_at < at:
            raise NotPossible(_("Mødet har været."))
        held.cancelled_at = at
        held.save(update_fields=["cancelled_at"])
        record(act="information.cancel", by=by, thing=held, at=at)
    return held
