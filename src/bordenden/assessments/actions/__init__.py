"""All that writes about assessments: importing an instrument, answering a sheet, and the caseworker's own form."""

from bordenden.assessments.actions.answering import answer, finish, start
from bordenden.assessments.actions.importing import Imported, import_instrument
from bordenden.assessments.actions.informing import say_own_view, tally_belief
from bordenden.assessments.actions.reading import BrokenInstrument, Fault

__all__ = [
    "BrokenInstrument",
    "Fault",
    "Imported",
    "answer",
    "finish",
    "import_instrument",
    "say_own_view",
    "start",
    "tally_belief",
]
