"""Et møde om projektet: who is invited, who came, what they said to it; nothing follows from not coming."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import invitations_of, no_longer_candidates, to_invite
from bordenden.web.design.parts import Pager
from bordenden.web.parts.moments import moment
from bordenden.web.parts.paging import PAGE, cut
from bordenden.web.staff.information_form import InviteForm, NoteForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from django.forms import Form

    from bordenden.intake.models import InformationMeeting, Invitation

INVITE, NOTE, CANCEL = "invite", "note", "cancel"
REFUSED = 422


@dataclass(frozen=True, slots=True)
class InvitedLine:
    """One who is invited: her name, what is known, the way to say more (or its form), and to ask her to join."""

    name: str
    phone: str
    said: str
    note_url: str
    form: NoteForm | None
    refer_url: str
    asked: bool


@opens(acts.INFORMATION_RUN)
def information_meeting(visit: Visit[InformationMeeting], pk: UUID) -> HttpResponse:
    """One page: `do` says which of its three forms was sent."""
    refused: Form | None = None
    words = ""
    if visit.posted is not None:
        try:
            refused = _done(visit, pk, visit.posted.get("do", ""))
            if refused is None:
                return visit.go("information_meeting", pk)
        except NotPossible as refusal:
            words = str(refusal)
    with visit.reading():
        meeting = visit.reach(pk)
        answer = visit.show("staff/information_meeting.html", _context(visit, meeting, refused, words), refused)
        answer.status_code = REFUSED if words else answer.status_code
        return answer


def _done(visit: Visit[InformationMeeting], pk: UUID, asked: str) -> Form | None:
    """The form that was not understood, or None when it is done."""
    by, at = visit.viewer.person, visit.at
    with visit.writing(pk) as meeting:
        if asked == CANCEL:
            actions.cancel_meeting(meeting=meeting, by=by, at=at)
        elif asked == NOTE:
            note = NoteForm(visit.posted)
            invited = invitations_of(meeting=meeting)
            found = invited.filter(pk=note.cleaned_data["invitation"]).first() if note.is_valid() else None
            if found is None:
                return note
            attendance, interest = note.said
            actions.note_invitation(invitation=found, attendance=attendance, interest=interest, by=by, at=at)
        else:
            sent = visit.request.POST.getlist("candidates")[:PAGE]
            form = InviteForm(visit.posted, among=_asked_for(meeting, sent))
            if not form.is_valid():
                return form
            actions.invite(meeting=meeting, candidates=form.chosen, by=by, at=at)
    return None


def _asked_for(meeting: InformationMeeting, sent: list[str]) -> Any:  # noqa: ANN401
    keys = [UUID(one) for one in sent if _is_key(one)]
    return list(to_invite(meeting=meeting).filter(pk__in=keys))


def _is_key(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False


def _context(
    visit: Visit[InformationMeeting], meeting: InformationMeeting, refused: Form | None, words: str
) -> dict[str, object]:
    asked = visit.request.GET
    invited = cut(invitations_of(meeting=meeting), asked.get("side"))
    open_now = meeting.cancelled_at is None and meeting.starts_at >= visit.at
    invite: InviteForm | None = None
    pager = Pager("")
    if open_now:
        free = cut(to_invite(meeting=meeting), asked.get("kandidater"), word="kandidater")
        visit.named(free.rows)
        pager = free.pager
        invite = refused if isinstance(refused, InviteForm) else None
        if free.rows:
            invite = InviteForm(visit.posted if invite else None, among=free.rows)
    visit.named([one.candidate for one in invited.rows])
    return {
        "meeting": meeting,
        "when": moment(meeting.starts_at, seen=visit.at),
        "refused": words,
        "been": meeting.starts_at < visit.at,
        "lines": [_line(one, invited.number, asked.get("skriv", "")) for one in invited.rows],
        "pager": invited.pager,
        "gone": no_longer_candidates(meeting=meeting),
        "invite": invite,
        "invite_pager": pager,
        "may_cancel": open_now,
    }


def _line(invitation: Invitation, page: int, chosen: str) -> InvitedLine:
    """The form stands only at the one that was chosen: fifty of them would be a long page on a slow line."""
    candidate = invitation.candidate
    known = (invitation.get_attendance_display(), invitation.get_interest_display())
    initial = {
        "invitation": invitation.pk,
        "attendance": invitation.attendance,
        "interest": invitation.interest,
    }
    return InvitedLine(
        name=candidate.person.name,
        phone=candidate.person.phone,
        said=" · ".join(str(one) for one in known if one),
        note_url=f"?side={page}&skriv={invitation.pk}#skriv",
        form=NoteForm(initial=initial) if chosen == str(invitation.pk) else None,
        refer_url=reverse("referral_new", args=(candidate.pk,)),
        asked=hasattr(candidate, "referral"),
    )
