"""Tables of assessments: instruments, her sheets, and the caseworker's form beside them."""

from bordenden.assessments.models.informants import BeliefTally, CaseworkerAnswer, CaseworkerSheet
from bordenden.assessments.models.instruments import (
    HIGHEST,
    LOWEST,
    Instrument,
    InstrumentVersion,
    Item,
    Recording,
    TestRemark,
    TestRun,
    Withdrawal,
)
from bordenden.assessments.models.precision import Precision
from bordenden.assessments.models.sheets import Answer, Pick, Sheet, WorkOn

__all__ = [
    "HIGHEST",
    "LOWEST",
    "Answer",
    "BeliefTally",
    "CaseworkerAnswer",
    "CaseworkerSheet",
    "Instrument",
    "InstrumentVersion",
    "Item",
    "Pick",
    "Precision",
    "Recording",
    "Sheet",
    "TestRemark",
    "TestRun",
    "Withdrawal",
    "WorkOn",
]
