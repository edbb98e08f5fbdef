"""Writes of intake: files brought in, candidates and what they lived on, meetings, the referral, her yes or no."""

from bordenden.intake.actions.benefits import BroughtBenefits, bring_benefits_in
from bordenden.intake.actions.candidates import Elsewhere, Told, change, put_up, take_off_list
from bordenden.intake.actions.caseload import Brought, bring_in
from bordenden.intake.actions.files import KEPT, forget_old, lay_up, throw_away
from bordenden.intake.actions.information import call_meeting, cancel_meeting, invite, note_invitation
from bordenden.intake.actions.joining import begin_course, close_candidacy, say_no, say_yes, stop
from bordenden.intake.actions.referring import refer, verdict_today

__all__ = [
    "KEPT",
    "Brought",
    "BroughtBenefits",
    "Elsewhere",
    "Told",
    "begin_course",
    "bring_benefits_in",
    "bring_in",
    "call_meeting",
    "cancel_meeting",
    "change",
    "close_candidacy",
    "forget_old",
    "invite",
    "lay_up",
    "note_invitation",
    "put_up",
    "refer",
    "say_no",
    "say_yes",
    "stop",
    "take_off_list",
    "throw_away",
    "verdict_today",
]
