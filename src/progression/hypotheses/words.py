"""What a figure is counted in, why one is not there, and what none of them can say: codes, each with its sentence."""

from enum import Enum, StrEnum
from typing import Final

from progression.disclosure import Mark


class Unsaid(Enum):
    """Why a figure was not computed, apart from being withheld: its columns were not given, or cannot tell it."""

    NOT_GIVEN = "not_given"
    NOT_ANSWERED = "not_answered"


Silence = Mark | Unsaid


class Unit(StrEnum):
    """What a figure is counted in."""

    SHARE = "share"
    COUNT = "count"
    PER_100_DAYS = "per_100_days"
    PER_MONTH = "per_month"
    HOURS = "hours"
    MONTHS = "months"
    SCORE = "score"
    CORRELATION = "correlation"


class Caveat(StrEnum):
    """What holds for a result and has to be said with it. `sentence` says it."""

    NO_EFFECT = "no_effect"
    MISSING_NOT_AT_RANDOM = "missing_not_at_random"
    LOW_POINT = "low_point"
    SAME_TIME = "same_time"
    LAGGED = "lagged"
    BETWEEN_AND_WITHIN = "between_and_within"
    FEEDBACK = "feedback"
    STAFF_CHOSE = "staff_chose"
    LANDMARK = "landmark"
    EXITS_COMPETE = "exits_compete"
    FLAGGED_LOW = "flagged_low"
    SAME_PEN = "same_pen"
    ROWS_OF_ONE = "rows_of_one"
    MANY_TESTS = "many_tests"
    NO_EXITS = "no_exits"
    NO_CASEWORKERS = "no_caseworkers"
    AT_THE_BOUNDARY = "at_the_boundary"
    NOT_CONVERGED = "not_converged"
    WITHHELD = "withheld"

    @property
    def sentence(self) -> str:
        """The sentence that belongs with every figure of the result."""
        return _SENTENCES[self]


_SENTENCES: Final = {
    Caveat.NO_EFFECT: "No effect is measured: nobody was drawn by lot, so those who differ in the exposure may differ"
    " in everything else.",
    Caveat.MISSING_NOT_AT_RANDOM: "People who get a job stop answering; the model takes what is missing to be missing"
    " at random, so the exit groups and the tipping point belong beside it.",
    Caveat.LOW_POINT: "Whoever was referred at a low point rises by herself; the model from the second assessment and"
    " the one given the first assessment belong beside the change from first to last.",
    Caveat.SAME_TIME: "The exposure was counted over the same time as the outcome, so it may follow from the "
    "progression as well as go before it.",
    Caveat.LAGGED: "The exposure is that of the assessment before, so a first assessment is not in the model.",
    Caveat.BETWEEN_AND_WITHIN: "The exposure varies within a person, and its coefficient mixes differences between "
    "people with changes within them.",
    Caveat.FEEDBACK: "If a good score brings the exposure, the model takes the fall back from it for the work of the "
    "exposure; the assessment given the one before the exposure belongs beside it.",
    Caveat.STAFF_CHOSE: "Staff choose when somebody is given responsibility, and may choose a good time; nothing here"
    " takes that away.",
    Caveat.LANDMARK: "Groups are formed by what had happened at the landmark, of those still in; time before it "
    "counts for nobody.",
    Caveat.EXITS_COMPETE: "Reasons for leaving compete, so shares over time are Aalen and Johansen's, never one minus"
    " Kaplan and Meier's.",
    Caveat.FLAGGED_LOW: "A barrier is named where the score is low, and what is low rises by itself.",
    Caveat.SAME_PEN: "Both answers are one person's on one day, so the mood of the day moves both.",
    Caveat.ROWS_OF_ONE: "Several waits of one person are taken for those of several, so the intervals of waiting "
    "times are too narrow.",
    Caveat.MANY_TESTS: "Several tests were made; the p-values to read are those adjusted for all of them together.",
    Caveat.NO_EXITS: "No column says who left and why, so progression is not shown by exit group.",
    Caveat.NO_CASEWORKERS: "A table does not name the caseworker, so people of one caseworker are taken for "
    "independent, and whether five stand behind a figure was not checked.",
    Caveat.AT_THE_BOUNDARY: "A variance of the model is 0, so people do not differ in level or pace as far as these "
    "data can tell.",
    Caveat.NOT_CONVERGED: "The model did not come to rest, so its figures are not to be used.",
    Caveat.WITHHELD: "Something rests on fewer than 20 persons or 5 caseworkers, or on fewer than 5 persons apart "
    "from the rest, and is withheld; withheld is no number and not 0.",
}
