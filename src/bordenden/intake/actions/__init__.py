"""Writes of intake: files brought in, meetings to hear of a project, the referral, and her yes or no."""

from bordenden.intake.actions.caseload import Brought, bring_in, forget_old, lay_up, throw_away
from bordenden.intake.actions.information import call_meeting, cancel_meeting, invite, note_invitation
from bordenden.intake.actions.joining import begin_course, close_candidacy, say_no, say_yes, stop
from bordenden.intake.actions.referring import refer

__all__ = [
    "Brought",
    "begin_course",
    "bring_in",
    "call_meeting",
    "cancel_meeting",
    "close_candidacy",
    "forget_old",
    "invite",
    "lay_up",
    "note_invitation",
    "refer",
    "say_no",
    "say_yes",
    "stop",
    "throw_away",
]
