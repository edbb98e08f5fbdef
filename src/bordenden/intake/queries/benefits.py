"""What each line of a benefits file would do, found out before anything is written.

A number that is not on the project's list gets one sentence, whoever has it. Only where the file names somebody new
is it seen that she is another's: such a line says no more than that she cannot be written up here. What is stored
about somebody who is not on the list is compared with only while it is written, and shown to nobody.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import accumulate
from typing import TypeVar
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.intake.queries.benefit_fields import BenefitTold, Reader
from bordenden.intake.queries.candidates import NOBODY, Standing, periods_of, standings
from bordenden.intake.queries.eligibility import rules_for
from bordenden.intake.queries.fields import names_a_cpr
from bordenden.intake.queries.reading import Sheet
from bordenden.intake.queries.reports import Report, in_order, numbers
from bordenden.intake.words import Verdict
from bordenden.people.models import Person
from bordenden.programmes.models import Project
from progression.spells import Rules

K = TypeVar("K", bound=Hashable)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on one benefit, to be written."""

    cpr: str
    benefit: str
    starts_on: date
    ends_on: date | None


@dataclass(slots=True)
class BenefitPlan:
    """What the file would do: its lines, who would be written up, which periods would be new, or end otherwise.

    `people` are those whom the good lines are about and who are known, by their number. `clashes`: lines of newcomers
    that would put right what is stored, found out while it is written: they are left out.
    """

    report: Report[BenefitTold]
    people: dict[str, Person] = field(default_factory=dict)
    newcomers: dict[str, BenefitTold] = field(default_factory=dict)
    new: list[Stretch] = field(default_factory=list)
    longer: list[tuple[BenefitPeriod, date | None]] = field(default_factory=list)
    clashes: int = 0


def check_benefits(*, sheet: Sheet, project: Project, at: datetime, to_write: bool = False) -> BenefitPlan:
    """Check the whole file against what is there now. The queries grow by one in two thousand people.

    `to_write`: newcomers too are compared with what is stored about them. Such a report is never to be shown.
    """
    rules = rules_for(project=project)
    reader = Reader(rules, localdate(at))
    told = [reader.told(line) for line in sheet.lines]
    known = standings(project=project, numbers={one.cpr for one in told}, at=at)
    met, candidates = _refuse_strangers(told, known)
    _refuse_contradictions(told)
    good = [one for one in told if one.good]
    people = {one.cpr: person for one in good if (person := known.get(one.cpr, NOBODY).person) is not None}
    plan = BenefitPlan(Report((), ()), people)
    listed = [person for number, person in people.items() if known[number].candidate is not None]
    before = periods_of(people=people.values() if to_write else listed)
    for number, lines in _grouped(good, lambda one: one.cpr).items():
        is_new = known.get(number, NOBODY).candidate is None
        if is_new:
            plan.newcomers[number] = lines[0]
            lines[0].says.append(_("Borgeren skrives op på listen. Se ydelserne igennem bagefter."))
        periods = before.get(people[number].pk, []) if number in people else []
        _Settling(rules, plan, lines, periods, is_new).settle()
    plan.report = Report(in_order(told), sheet.unused, met, candidates)
    return plan


def _grouped(lines: Iterable[BenefitTold], by: Callable[[BenefitTold], K]) -> dict[K, list[BenefitTold]]:
    found: dict[K, list[BenefitTold]] = defaultdict(list)
    for one in lines:
        found[by(one)].append(one)
    return found


def _refuse_strangers(
    told: Sequence[BenefitTold], known: dict[str, Standing]
) -> tuple[tuple[UUID, ...], tuple[Candidate, ...]]:
    """Whoever is not on the list, unless the file says who she is. Gives the tables and others' candidates it met."""
    met: set[UUID] = set()
    candidates: list[Candidate] = []
    for number, lines in _grouped((one for one in told if one.cpr), lambda one: one.cpr).items():
        standing = known.get(number, NOBODY)
        if standing.candidate is not None:
            _note_own(lines, standing)
            continue
        named = [one for one in lines if one.given_name]
        if not named:
            _refuse(lines, Verdict.UNKNOWN, _("Nummeret står ikke på listen over dem, der måske kan være med."))
        elif len({one.name for one in named}) > 1:
            words = _("Samme nummer har flere navne. Se linje %(lines)s.")
            _refuse(lines, Verdict.IMPOSSIBLE, words % {"lines": numbers(named)})
        elif names_a_cpr(number, named[0].name):
            _refuse(lines, Verdict.IMPOSSIBLE, _("CPR-nummeret står også i navnet. Der må det ikke stå."))
        elif standing.elsewhere or not standing.is_called(named[0].given_name, named[0].family_name):
            _refuse(lines, Verdict.UNKNOWN, _("Personen kan ikke skrives op her. Tal med din projektleder."))
            met.update(standing.tables)
            candidates += standing.others
        else:
            for one in lines:
                one.given_name, one.family_name = named[0].given_name, named[0].family_name
    return tuple(sorted(met)), tuple(candidates)


def _refuse(lines: Iterable[BenefitTold], verdict: Verdict, sentence: str) -> None:
    for one in lines:
        one.refuse(verdict, sentence)


def _note_own(lines: Sequence[BenefitTold], standing: Standing) -> None:
    name = standing.person.name if standing.person else ""
    for one in lines:
        one.candidate = standing.candidate
        if one.name and one.name != name:
            one.says.append(_("På listen står navnet %(name)s. Det ændres ikke herfra.") % {"name": name})
        one.given_name, one.family_name = name, ""


def _refuse_contradictions(told: Sequence[BenefitTold]) -> None:
    """Two lines of which at most one can be right: which, is for people to say."""
    good = [one for one in told if one.good]
    days = _grouped((one for one in good if not one.by_week), lambda one: (one.cpr, one.benefit, one.starts_on))
    weeks = _grouped((one for one in good if one.by_week), lambda one: (one.cpr, one.ends_on))
    for same in days.values():
        if len({one.ends_on for one in same}) > 1:
            words = _("Samme ydelse har flere slutdage. Se linje %(lines)s.")
            _refuse(same, Verdict.IMPOSSIBLE, words % {"lines": numbers(same)})
    for same in weeks.values():
        if len({one.benefit for one in same}) > 1:
            words = _("Samme uge har flere koder. Se linje %(lines)s.")
            _refuse(same, Verdict.IMPOSSIBLE, words % {"lines": numbers(same)})


class _Stored:
    """Stored periods, the earliest first: asked for thousands of weeks, so none of them is gone through for each."""

    def __init__(self, periods: Sequence[BenefitPeriod]) -> None:
        self._periods = periods
        self._starts = [one.starts_on for one in periods]
        self._reach = list(accumulate((one.ends_on or date.max for one in periods), max))

    def holds(self, first: date, last: date) -> bool:
        """Whether one of them has all these days."""
        begun = bisect_right(self._starts, first)
        return begun > 0 and self._reach[begun - 1] >= last

    def meets(self, first: date, last: date) -> BenefitPeriod | None:
        """The earliest that has one of these days."""
        place = bisect_left(self._reach, first)
        return self._periods[place] if place < len(self._periods) and self._starts[place] <= last else None


@dataclass(slots=True)
class _Settling:
    """One person's good lines against what is written about her already."""

    rules: Rules
    plan: BenefitPlan
    lines: list[BenefitTold]
    before: list[BenefitPeriod]
    is_new: bool
    replaced: set[UUID] = field(default_factory=set)

    def settle(self) -> None:
        """Each line gets its verdict, and the plan what is to be written."""
        self._mark_twice()
        fresh = [one for one in self.lines if one.verdict == Verdict.NEW]
        self._settle_days([one for one in fresh if not one.by_week])
        self._settle_weeks([one for one in fresh if one.by_week])
        self._mark_overlaps()

    def _mark_twice(self) -> None:
        for same in _grouped(self.lines, lambda one: (one.by_week, one.benefit, one.starts_on)).values():
            for one in same[1:]:
                one.verdict = Verdict.SAME
                one.says.append(_("Det samme står på linje %(line)d.") % {"line": same[0].number})

    def _settle_days(self, lines: Sequence[BenefitTold]) -> None:
        there = {(one.benefit, one.starts_on): one for one in self.before}
        for told in lines:
            period = there.get((told.benefit, told.first))
            if period is None:
                self.plan.new.append(Stretch(told.cpr, told.benefit, told.first, told.ends_on))
            elif period.ends_on == told.ends_on:
                told.verdict = Verdict.SAME
            elif self.is_new:
                told.verdict = Verdict.SAME
                self.plan.clashes += 1
            else:
                told.verdict = Verdict.CHANGED
                words = _("Sidste dag bliver: %(new)s. Før stod der: %(old)s.")
                told.says.append(words % {"old": _day(period.ends_on), "new": _day(told.ends_on)})
                self.replaced.add(period.pk)
                self.plan.longer.append((period, told.ends_on))

    def _settle_weeks(self, lines: Sequence[BenefitTold]) -> None:
        every = _Stored(self.before)
        for told in (one for one in lines if not one.benefit):
            self._settle_empty(told, every)
        for benefit, weeks in _grouped((one for one in lines if one.benefit), lambda one: one.benefit).items():
            stored = _Stored([one for one in self.before if one.benefit == benefit])
            fresh = []
            for told in weeks:
                if stored.holds(told.first, told.last):
                    told.verdict = Verdict.SAME
                else:
                    fresh.append((told.first, told.last))
            for first, last in _runs(sorted(fresh)):
                self._write_run(Stretch(weeks[0].cpr, benefit, first, last), last, stored)

    def _settle_empty(self, told: BenefitTold, stored: "_Stored") -> None:
        """A week without benefit writes nothing, and takes nothing away that is written."""
        told.verdict = Verdict.SAME
        there = stored.meets(told.first, told.last)
        if there is None:
            told.says.append(_("Ingen ydelse den uge. Der er intet at skrive."))
            return
        told.verdict = Verdict.OVERLAP
        words = _("Filen siger ingen ydelse. Der står %(benefit)s i forvejen, og det ændres ikke herfra.")
        told.says.append(words % {"benefit": self._label(there.benefit)})

    def _write_run(self, run: Stretch, last: date, stored: "_Stored") -> None:
        """Weeks that go on from a period make it longer; others are a period of their own."""
        before = stored.meets(run.starts_on - ONE_DAY, run.starts_on)
        if before is not None and before.ends_on is not None:
            self.plan.longer.append((before, max(before.ends_on, last)))
        else:
            self.plan.new.append(run)

    def _mark_overlaps(self) -> None:
        """Overlapping days are brought in: the reckoning counts a day once. But somebody is to look at them."""
        spans: list[tuple[date, date, str, BenefitTold | None]] = [
            (one.starts_on, one.ends_on or date.max, one.benefit, None)
            for one in self.before
            if one.pk not in self.replaced
        ]
        spans += [
            (one.first, one.last, one.benefit, one)
            for one in self.lines
            if one.verdict in (Verdict.NEW, Verdict.CHANGED) and one.benefit
        ]
        spans.sort(key=lambda span: (span[0], span[1], span[3] is not None))
        reach = None
        for span in spans:
            if reach is not None and span[0] <= reach[1]:
                told, other = (span[3], reach) if span[3] is not None else (reach[3], span)
                if told is not None:
                    self._overlaps(told, other)
            if reach is None or span[1] > reach[1]:
                reach = span

    def _overlaps(self, told: BenefitTold, other: tuple[date, date, str, BenefitTold | None]) -> None:
        if told.verdict == Verdict.OVERLAP:
            return
        told.verdict = Verdict.OVERLAP
        first, last, benefit, line = other
        days = {"benefit": self._label(benefit), "days": in_words(first, None if last == date.max else last)}
        if line is None:
            told.says.append(_("Overlapper med %(benefit)s, %(days)s.") % days)
        else:
            words = _("Overlapper med linje %(line)d: %(benefit)s, %(days)s.")
            told.says.append(words % {**days, "line": line.number})

    def _label(self, benefit: str) -> str:
        known = self.rules.by_code.get(benefit)
        return known.label if known else benefit


def _runs(days: Sequence[tuple[date, date]]) -> list[tuple[date, date]]:
    """Weeks that follow each other, as one stretch."""
    runs: list[tuple[date, date]] = []
    for first, last in days:
        if runs and first == runs[-1][1] + ONE_DAY:
            runs[-1] = (runs[-1][0], last)
        else:
            runs.append((first, last))
    return runs


def in_words(first: date, last: date | None) -> str:
    """From which day to which; where no last day is known it still runs."""
    days = {"first": date_format(first, "DATE_FORMAT"), "last": _day(last)}
    return (_("%(first)s til %(last)s") if last else _("fra %(first)s, %(last)s")) % days


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else _("løber endnu")
