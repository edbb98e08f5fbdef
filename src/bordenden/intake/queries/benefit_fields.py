"""One line of a benefits file by itself: whose, which benefit, from which day to which, or what is wrong with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from django.utils.translation import gettext as _

from bordenden.foundation import cpr
from bordenden.foundation.alphabet import reference_key
from bordenden.intake.models import Candidate
from bordenden.intake.queries.fields import cpr_in, day_in
from bordenden.intake.queries.reading import Line
from bordenden.intake.words import KEPT_OUT, LONGEST, Column, Verdict
from progression.errors import BadInput
from progression.spells import Rules, monday_of, own_codes, week_of

SUNDAY = timedelta(days=6)
_NOTHING = ""
_LONGEST_SHOWN = 40


@dataclass(slots=True)
class BenefitTold:
    """What a line says. `benefit` is a code of the rules, "" for a week without one. `says`: sentences to read.

    `candidate`: whom of the project's list the line is about.
    """

    number: int
    cpr: str = ""
    given_name: str = ""
    family_name: str = ""
    benefit: str = _NOTHING
    starts_on: date | None = None
    ends_on: date | None = None
    by_week: bool = False
    verdict: Verdict = Verdict.NEW
    says: list[str] = field(default_factory=list)
    candidate: Candidate | None = None

    @property
    def name(self) -> str:
        """The name as the line has it, "" for none."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def good(self) -> bool:
        """Whether nothing keeps the line out."""
        return self.verdict not in KEPT_OUT

    @property
    def first(self) -> date:
        """The first day of a line that nothing is wrong with."""
        if self.starts_on is None:
            raise ValueError("a line without its day is never brought in")
        return self.starts_on

    @property
    def last(self) -> date:
        """Its last day; for what still runs the last day there is."""
        return self.ends_on or date.max

    def refuse(self, verdict: Verdict, sentence: str) -> None:
        """Something keeps it out; the first reason names the kind."""
        if self.good:
            self.verdict = verdict
        self.says.append(sentence)


class Reader:
    """Reads line after line of one file; what stands there many times is read once."""

    def __init__(self, rules: Rules, today: date) -> None:
        self.rules, self.today = rules, today
        self._codes = own_codes(rules).benefits
        self._names = {reference_key(name): one.code for one in rules.benefits for name in (one.code, one.label)}
        self._cpr = cache(_number)
        self._day: Callable[[str], date | None] = cache(day_in)
        self._week = cache(_week)
        self._born = cache(_born_on)
        self._noted: set[str] = set()

    def told(self, line: Line) -> BenefitTold:
        """The line by itself: nothing is looked up."""
        told = BenefitTold(line.number, by_week=Column.WEEK in line.told)
        if not line.whole:
            told.refuse(
                Verdict.IMPOSSIBLE,
                _("Linjen har ikke samme antal felter som overskriften. Er filen skåret over?"),
            )
        told.cpr, wrong, notes = self._cpr(line.says(Column.CPR))
        for sentence in wrong:
            told.refuse(Verdict.IMPOSSIBLE, sentence)
        if told.cpr not in self._noted:
            # Said once a number: it stands on a line for each week.
            self._noted.add(told.cpr)
            told.says += notes
        told.given_name = _short(line, Column.GIVEN_NAME)
        told.family_name = _short(line, Column.FAMILY_NAME)
        if told.by_week:
            self._read_week(line, told)
        else:
            self._read_days(line, told)
        if told.starts_on is not None:
            self._refuse_impossible(told, told.starts_on)
        return told

    def _read_week(self, line: Line, told: BenefitTold) -> None:
        monday, code = self._week(line.says(Column.WEEK)), line.says(Column.CODE).upper()
        if monday is None:
            told.refuse(Verdict.IMPOSSIBLE, _("Ugen findes ikke. Skriv den som 2014-W01 eller 201401."))
        if code not in self._codes:
            told.refuse(Verdict.UNKNOWN, _("Koden “%(code)s” kender vi ikke.") % {"code": code[:_LONGEST_SHOWN]})
            return
        told.benefit = self._codes[code]
        if monday is None:
            return
        told.starts_on, told.ends_on = monday, monday + SUNDAY
        begins = self.rules.by_code[told.benefit].valid_from if told.benefit else None
        if begins is not None and monday < begins <= told.ends_on:
            # The benefit came into being in the middle of this week.
            told.starts_on = begins

    def _read_days(self, line: Line, told: BenefitTold) -> None:
        said = line.says(Column.BENEFIT)
        benefit = self._names.get(reference_key(said))
        if benefit is None:
            words = _("Ydelsen “%(told)s” kender vi ikke. Skriv for eksempel kontanthjælp.")
            told.refuse(Verdict.UNKNOWN, words % {"told": said[:_LONGEST_SHOWN]})
        told.benefit = benefit or _NOTHING
        told.starts_on = self._day(line.says(Column.STARTS_ON))
        if told.starts_on is None:
            told.refuse(Verdict.IMPOSSIBLE, _("Den første dag kan ikke læses. Skriv den som 02-03-2014."))
        if until := line.says(Column.ENDS_ON):
            told.ends_on = self._day(until)
            if told.ends_on is None:
                told.refuse(Verdict.IMPOSSIBLE, _("Den sidste dag kan ikke læses. Skriv den som 02-03-2014."))

    def _refuse_impossible(self, told: BenefitTold, first: date) -> None:
        if told.ends_on is not None and told.ends_on < first:
            told.refuse(Verdict.IMPOSSIBLE, _("Ydelsen slutter, før den begynder."))
        if first > self.today:
            told.refuse(Verdict.IMPOSSIBLE, _("Den første dag ligger i fremtiden."))
        elif told.ends_on is not None and told.ends_on > self.today and not told.by_week:
            told.refuse(
                Verdict.IMPOSSIBLE, _("Den sidste dag ligger i fremtiden. Lad den stå tom, hvis ydelsen løber endnu.")
            )
        if told.cpr and first < self._born(told.cpr):
            told.refuse(Verdict.IMPOSSIBLE, _("Ydelsen begynder, før borgeren er født."))
        if told.benefit and not (kind := self.rules.by_code[told.benefit]).holds_on(first):
            told.refuse(Verdict.IMPOSSIBLE, _("Der var ingen %(benefit)s den dag.") % {"benefit": kind.label})


def _number(text: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    wrong: list[str] = []
    digits, notes = cpr_in(text, wrong)
    return digits, tuple(wrong), notes


def _born_on(digits: str) -> date:
    return cpr.parse(digits).born_on


def _week(text: str) -> date | None:
    """The Monday; a small w, or the u of Danish weeks, is as good as a W."""
    try:
        return monday_of(*week_of(re.sub("[uUw]", "W", text)))
    except BadInput:
        return None


def _short(line: Line, column: Column) -> str:
    return " ".join(line.says(column).split())[: LONGEST[column]]
