"""What Amina has asked for: a question Bo answered, one that waits; and whom Fjordby calls at night. All made up."""

from datetime import timedelta

from bordenden.contactlog import actions
from bordenden.contactlog.words import HelpKind
from bordenden.foundation.ids import new_id
from bordenden.people.actions import CrisisNumber, set_crisis_lines
from bordenden.worlds.cast.people import Cast

ASKED_FIRST = timedelta(days=20)
ANSWERED_AFTER = timedelta(hours=22)
ASKED_LAST = timedelta(hours=18)
NIGHT_LINES = {
    "fjordby": CrisisNumber(10, "Fjordbys natlinje (opdigtet)", "20 00 00 91", "alle dage 20–8"),
    "bakkeby": CrisisNumber(10, "Bakkebys natlinje (opdigtet)", "20 00 00 92", "alle dage 18–7"),
}


def build_help(cast: Cast) -> None:
    """One answered the next morning, one from yesterday; and each municipality's number for the night."""
    for place, number in NIGHT_LINES.items():
        set_crisis_lines(municipality=getattr(cast, place), numbers=[number], by=cast.lis, at=cast.at)
    table, first = cast.aminas_table, cast.at - ASKED_FIRST
    asked = actions.ask_for_help(
        table=table,
        kind=HelpKind.OTHER,
        words="Må jeg tage min søster med, når vi mødes?",
        form_key=new_id(),
        by=cast.amina,
        at=first,
    )
    answer = "Ja, meget gerne. Du bestemmer, hvem der er med."
    actions.answer_help(request=asked, answer=answer, by=cast.bo, at=first + ANSWERED_AFTER)
    actions.ask_for_help(
        table=table,
        kind=HelpKind.WONDER,
        words="Hvem kan læse det, jeg skriver om min søvn?",
        form_key=new_id(),
        by=cast.amina,
        at=cast.at - ASKED_LAST,
    )
