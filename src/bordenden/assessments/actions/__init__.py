"""All that writes about assessments: importing and editing an instrument, and answering a sheet."""

from bordenden.assessments.actions.answering import answer, finish, pick, start
from bordenden.assessments.actions.choosing import MOST_CHOSEN, choose, next_step, put_first
from bordenden.assessments.actions.editing import (
    ItemSaid,
    Wording,
    add_item,
    as_said,
    begin_draft,
    begin_local,
    change_item,
    discard,
    move_item,
    remove_item,
    reword,
)
from bordenden.assessments.actions.importing import Imported, import_instrument
from bordenden.assessments.actions.informing import FEWEST, say_own_view, tally_belief
from bordenden.assessments.actions.not_now import not_now
from bordenden.assessments.actions.penning import confirm, refuse, start_together
from bordenden.assessments.actions.precision import count_precision
from bordenden.assessments.actions.publishing import DraftFault, faults_of, publish, withdraw
from bordenden.assessments.actions.reading import BrokenInstrument, Fault
from bordenden.assessments.actions.sharing import keep, send, send_also, show_at_meeting, show_now
from bordenden.assessments.actions.testing import begin_run, finish_run, give_voice, remark, take_voice
from bordenden.assessments.actions.writing import written

__all__ = [
    "FEWEST",
    "MOST_CHOSEN",
    "BrokenInstrument",
    "DraftFault",
    "Fault",
    "Imported",
    "ItemSaid",
    "Wording",
    "add_item",
    "answer",
    "as_said",
    "begin_draft",
    "begin_local",
    "begin_run",
    "change_item",
    "choose",
    "confirm",
    "count_precision",
    "discard",
    "faults_of",
    "finish",
    "finish_run",
    "give_voice",
    "import_instrument",
    "keep",
    "move_item",
    "next_step",
    "not_now",
    "pick",
    "publish",
    "put_first",
    "refuse",
    "remark",
    "remove_item",
    "reword",
    "say_own_view",
    "send",
    "send_also",
    "show_at_meeting",
    "show_now",
    "start",
    "start_together",
    "take_voice",
    "tally_belief",
    "withdraw",
    "written",
]
