"""Writes of intake: a file laid up and brought in, candidates written up and put right, what they lived on."""

from bordenden.intake.actions.benefits import BroughtBenefits, bring_benefits_in
from bordenden.intake.actions.candidates import Elsewhere, Told, change, put_up
from bordenden.intake.actions.caseload import Brought, bring_in
from bordenden.intake.actions.files import KEPT, forget_old, lay_up, throw_away

__all__ = [
    "KEPT",
    "Brought",
    "BroughtBenefits",
    "Elsewhere",
    "Told",
    "bring_benefits_in",
    "bring_in",
    "change",
    "forget_old",
    "lay_up",
    "put_up",
    "throw_away",
]
