"""Tables of intake: files on their way in, candidates and what they lived on, meetings to hear of it, referrals."""

from bordenden.intake.models.candidates import BenefitPeriod, Candidate
from bordenden.intake.models.files import CaseloadFile
from bordenden.intake.models.information import InformationMeeting, Invitation
from bordenden.intake.models.referrals import Referral

__all__ = ["BenefitPeriod", "Candidate", "CaseloadFile", "InformationMeeting", "Invitation", "Referral"]
