"""All that writes about assessments: importing an instrument, and answering a sheet."""

from bordenden.assessments.actions.answering import answer, finish, pick, start
from bordenden.assessments.actions.choosing import MOST_CHOSEN, choose, next_step, put_first
from bordenden.assessments.actions.importing import Imported, import_instrument
from bordenden.assessments.actions.informing import FEWEST, say_own_view, tally_belief
from bordenden.assessments.actions.not_now import not_now
from bordenden.assessments.actions.penning import confirm, refuse, start_together
from bordenden.assessments.actions.precision import count_precision
from bordenden.assessments.actions.reading import BrokenInstrument, Fault
from bordenden.assessments.actions.sharing import keep, send, send_also, show_at_meeting, show_now

__all__ = [
    "FEWEST",
    "MOST_CHOSEN",
    "BrokenInstrument",
    "Fault",
    "Imported",
    "answer",
    "choose",
    "confirm",
    "count_precision",
    "finish",
    "import_instrument",
    "keep",
    "next_step",
    "not_now",
    "pick",
    "put_first",
    "refuse",
    "say_own_view",
    "send",
    "send_also",
    "show_at_meeting",
    "show_now",
    "start",
    "start_together",
    "tally_belief",
]
