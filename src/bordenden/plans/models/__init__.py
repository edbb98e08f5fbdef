"""Tables of plans: her own words, goals, small steps, what she has chosen, who stands around, and versions."""

from bordenden.plans.models.around import ContactAgreement, MentorRole, PlanContact, ProposedContact
from bordenden.plans.models.chosen import Chosen, ChosenMark
from bordenden.plans.models.goals import Barrier, Goal, GoalMark, RealismCheck, SmallStep, StepMark, Wording
from bordenden.plans.models.penned import Penned
from bordenden.plans.models.plan import Comment, Decision, Plan, Proposal, Statement
from bordenden.plans.models.rulings import ComplaintGuide, Ruling
from bordenden.plans.models.together import Approval, GuidanceNote, PlanRules, TeamAdvice
from bordenden.plans.models.versions import Handover, KindChange, PlanLayout, PlanVersion

__all__ = [
    "Approval",
    "Barrier",
    "Chosen",
    "ChosenMark",
    "Comment",
    "ComplaintGuide",
    "ContactAgreement",
    "Decision",
    "Goal",
    "GoalMark",
    "GuidanceNote",
    "Handover",
    "KindChange",
    "MentorRole",
    "Penned",
    "Plan",
    "PlanContact",
    "PlanLayout",
    "PlanRules",
    "PlanVersion",
    "Proposal",
    "ProposedContact",
    "RealismCheck",
    "Ruling",
    "SmallStep",
    "Statement",
    "StepMark",
    "TeamAdvice",
    "Wording",
]
