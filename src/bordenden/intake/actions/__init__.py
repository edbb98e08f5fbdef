"""Writes of intake: files brought in, candidates and what they lived on, meetings, the referral, her yes or no."""

from bordenden.intake.actions.benefits import BroughtBenefits, bring_benefits_in
from bordenden.intake.actions.candidates import Elsewhere, Told, change, put_all_up, put_up, take_off_list
from bordenden.intake.actions.caseload import Brought, bring_in
from bordenden.intake.actions.files import KEPT, forget_old, lay_up, throw_away
from bordenden.intake.actions.information import call_meeting, cancel_meeting, invite, note_invitation
from bordenden.intake.actions.joining import begin_course, close_candidacy, say_no, say_yes, stop
from bordenden.intake.actions.listing import BroughtCandidates, bring_candidates_in
from bordenden.intake.actions.referring import refer, verdict_today
from bordenden.intake.actions.staff import BroughtStaff, bring_staff_in

__all__ = [
    "KEPT",
    "Brought",
    "BroughtBenefits",
    "BroughtCandidates",
    "BroughtStaff",
    "Elsewhere",
    "Told",
    "begin_course",
    "bring_benefits_in",
    "bring_candidates_in",
    "bring_in",
    "bring_staff_in",
    "call_meeting",
    "cancel_meeting",
    "change",
    "close_candidacy",
    "forget_old",
    "invite",
    "lay_up",
    "note_invitation",
    "put_all_up",
    "put_up",
    "refer",
    "say_no",
    "say_yes",
    "stop",
    "take_off_list",
    "throw_away",
    "verdict_today",
]
