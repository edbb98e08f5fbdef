"""Tables of plans: her own words, goals, small steps, what she has chosen, who stands around, and versions."""

from bordenden.plans.models.around import ContactAgreement, MentorRole, PlanContact, ProposedContact
from bordenden.plans.models.chosen import Chosen, ChosenMark
from bordenden.plans.models.goals import Barrier, Goal, SmallStep, StepMark, Wording
from bordenden.plans.models.plan import Comment, Decision, Plan, Proposal, Statement
from bordenden.plans.models.together import Approval, GuidanceNote, PlanRules, TeamAdvice
from bordenden.plans.models.versions import Handover, PlanVersion

__all__ = [
    "Approval",
    "Barrier",
    "Chosen",
    "ChosenMark",
    "Comment",
    "ContactAgreement",
    "Decision",
    "Goal",
    "GuidanceNote",
    "Handover",
    "MentorRole",
    "Plan",
    "PlanContact",
    "PlanRules",
    "PlanVersion",
    "Proposal",
    "ProposedContact",
    "SmallStep",
    "Statement",
    "StepMark",
    "TeamAdvice",
    "Wording",
]
