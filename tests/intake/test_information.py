"""Meetings to hear of a project: several are invited at once, and not to come has no consequence."""

from datetime import timedelta

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.models import Invitation
from bordenden.intake.queries import invitations_of, meetings_of, no_longer_candidates, to_invite
from bordenden.intake.words import Attendance, CandidacyEnd, Interest
from tests.cast import MONDAY, Cast
from tests.intake.candidates import candidate, meeting

AFTER = MONDAY + timedelta(days=8)


@pytest.mark.requirement("R17", "R26")
def test_two_are_invited_one_comes_and_says_what_she_wants(cast: Cast) -> None:
    pia, nina, rasmus = cast.pia, candidate(cast), candidate(cast, "Rolf", "150385-1113")
    held = meeting(cast, pia)
    assert held.get_kind_display() == "Borgermøde"
    assert [actions.invite(meeting=held, candidates=[nina, rasmus], by=pia, at=MONDAY) for _ in range(2)] == [2, 0]
    hers, his = invitations_of(meeting=held)
    came = actions.note_invitation(
        invitation=hers, attendance=Attendance.CAME, interest=Interest.WANTS, by=pia, at=AFTER
    )
    actions.note_invitation(invitation=his, attendance=Attendance.AWAY, interest=None, by=pia, at=AFTER)
    assert (came.attendance, came.interest, came.noted_at) == ("came", "wants", AFTER)
    (counted,) = meetings_of(project=cast.project)
    assert (counted.invited, counted.came, counted.want) == (2, 1, 1)  # type: ignore[attr-defined]
    rasmus.refresh_from_db()
    assert rasmus.closed_at is None
    assert Entry.objects.filter(act="information.invite").count() == 2


def test_nobody_can_have_come_to_what_has_not_been(cast: Cast) -> None:
    pia, nina = cast.pia, candidate(cast)
    held = meeting(cast, pia)
    actions.invite(meeting=held, candidates=[nina], by=pia, at=MONDAY)
    (hers,) = invitations_of(meeting=held)
    with pytest.raises(NotPossible, match="ikke været endnu"):
        actions.note_invitation(invitation=hers, attendance=Attendance.CAME, interest=None, by=pia, at=MONDAY)
    actions.note_invitation(invitation=hers, attendance=Attendance.EXCUSED, interest=None, by=pia, at=MONDAY)
    assert Invitation.objects.get().attendance == "excused"


def test_the_same_meeting_twice_is_one_and_one_called_off_invites_nobody(cast: Cast) -> None:
    pia = cast.pia
    held = meeting(cast, pia)
    assert meeting(cast, pia) == held
    off = actions.cancel_meeting(meeting=held, by=pia, at=MONDAY)
    assert actions.cancel_meeting(meeting=held, by=pia, at=AFTER).cancelled_at == off.cancelled_at == MONDAY
    with pytest.raises(NotPossible, match="aflyst"):
        actions.invite(meeting=held, candidates=[candidate(cast)], by=pia, at=MONDAY)


def test_whoever_is_no_candidate_any_more_is_not_named(cast: Cast) -> None:
    pia, nina = cast.pia, candidate(cast)
    held = meeting(cast, pia)
    assert list(to_invite(meeting=held)) == [nina]
    actions.invite(meeting=held, candidates=[nina], by=pia, at=MONDAY)
    assert list(to_invite(meeting=held)) == []
    actions.close_candidacy(candidate=nina, ended_as=CandidacyEnd.OTHER, by=pia, at=MONDAY)
    assert (list(invitations_of(meeting=held)), no_longer_candidates(meeting=held)) == ([], 1)
