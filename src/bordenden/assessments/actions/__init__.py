"""All that writes about assessments: importing an instrument, and answering a sheet."""

from bordenden.assessments.actions.answering import answer, finish, start
from bordenden.assessments.actions.importing import Imported, import_instrument
from bordenden.assessments.actions.reading import BrokenInstrument, Fault

__all__ = ["BrokenInstrument", "Fault", "Imported", "answer", "finish", "import_instrument", "start"]
