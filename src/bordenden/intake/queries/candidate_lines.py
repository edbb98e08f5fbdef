"""What each line of a list of people who might join would do, found out before anything is written.

That somebody is another's is a secret: such a line says no more than that she cannot be written up here.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import reference_key, search_key
from bordenden.foundation.spelling import Spellings
from bordenden.intake.models import Candidate
from bordenden.intake.queries.candidates import NOBODY, candidates_of, standings
from bordenden.intake.queries.eligibility import group_code, group_labels, rules_for
from bordenden.intake.queries.fields import cpr_in, names_a_cpr, told_short, wrong_track
from bordenden.intake.queries.reading import Line, Sheet
from bordenden.intake.queries.reports import Report, in_order, numbers
from bordenden.intake.words import KEPT_OUT, LONGEST, Column, Verdict
from bordenden.programmes.models import Project

_LONGEST_SHOWN = 40
_BORN = 6
YES, NO, NOBODY_KNOWS = ("ja", "j", "yes", "sand", "true"), ("nej", "n", "no", "falsk", "false"), ("vedikke", "")


@dataclass(slots=True)
class CandidateTold:
    """What a line says; without `target_group` or `education` none is changed. `candidate`: whom of ours it meets."""

    number: int
    given_name: str = ""
    family_name: str = ""
    cpr: str = ""
    target_group: str = ""
    education: bool | None = None
    verdict: Verdict = Verdict.NEW
    says: list[str] = field(default_factory=list)
    candidate: Candidate | None = None
    notes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as the line has it, "" for none."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def good(self) -> bool:
        """Whether nothing keeps the line out."""
        return self.verdict not in KEPT_OUT

    def refuse(self, verdict: Verdict, sentence: str) -> None:
        """Something keeps it out; the first reason names the kind."""
        if self.good:
            self.verdict = verdict
        self.says.append(sentence)


def check_candidates(*, sheet: Sheet, project: Project, at: datetime) -> Report[CandidateTold]:
    """Check the whole file against what is there now. The queries grow by one in two thousand people."""
    codes = _codes(project, at)
    told = [_told(line, project, codes) for line in sheet.lines]
    _mark_doubles(told)
    known = standings(project=project, numbers={one.cpr for one in told}, at=at)
    met: set[UUID] = set()
    others: list[Candidate] = []
    for one in (line for line in told if line.good and line.verdict != Verdict.SAME):
        standing = known.get(one.cpr, NOBODY)
        if standing.candidate is not None:
            _settle_own(one, standing.candidate)
        elif standing.elsewhere or not standing.is_called(one.given_name, one.family_name):
            one.refuse(Verdict.BAD, _("Personen kan ikke skrives op her. Tal med din projektleder."))
            met.update(standing.tables)
            others += standing.others
    _mark_alike(told, project)
    for one in told:
        one.says += one.notes
    return Report(in_order(told), sheet.unused, tuple(sorted(met)), tuple(others))


def _codes(project: Project, at: datetime) -> dict[str, str]:
    """The target groups of the day, by every way a number of a paragraph is written: "§ 2 nr. 3", "2.3"."""
    rules, on = rules_for(project=project), localdate(at)
    held = group_labels(rules=rules, on=on)
    found = {}
    for group in rules.target_groups:
        if (code := group_code(group)) in held:
            paragraph = code[code.index("§") :]
            short = paragraph.replace("§", "").replace("nr", "")
            found.update({reference_key(way): code for way in (code, paragraph, short)})
    return found


def _told(line: Line, project: Project, codes: dict[str, str]) -> CandidateTold:
    """The line by itself: nothing is looked up."""
    wrong: list[str] = []
    if not line.whole:
        wrong.append(_("Linjen har ikke samme antal felter som overskriften. Er filen skåret over?"))
    given, family = (
        told_short(line, column, LONGEST[column], wrong) for column in (Column.GIVEN_NAME, Column.FAMILY_NAME)
    )
    if not given:
        wrong.append(_("Fornavnet mangler."))
    digits, notes = cpr_in(line.says(Column.CPR), wrong)
    if names_a_cpr(digits, given, family):
        given = family = ""
        wrong.append(_("CPR-nummeret står også i navnet. Der må det ikke stå."))
    wrong += wrong_track(line, project)
    told = CandidateTold(line.number, given, family, digits)
    answer = search_key(line.says(Column.EDUCATION))
    if answer in YES or answer in NO:
        told.education = answer in YES
    elif answer not in NOBODY_KNOWS:
        wrong.append(_("Skriv ja eller nej til erhvervsuddannelse, eller lad feltet stå tomt."))
    for sentence in wrong:
        told.refuse(Verdict.BAD, sentence)
    if said := line.says(Column.TARGET_GROUP):
        told.target_group = codes.get(reference_key(said), "")
        if not told.target_group:
            words = _("Målgruppen “%(told)s” kender vi ikke. Skriv den som %(example)s.")
            example = next(iter(codes.values()), "§ 2 nr. 3")
            told.refuse(Verdict.UNKNOWN, words % {"told": said[:_LONGEST_SHOWN], "example": example})
    told.notes = notes
    return told


def _mark_doubles(told: Sequence[CandidateTold]) -> None:
    """One number on several lines: said twice is once, and of two that differ people say which is right."""
    found: dict[str, list[CandidateTold]] = defaultdict(list)
    for one in told:
        if one.cpr and one.good:
            found[one.cpr].append(one)
    for same in (lines for lines in found.values() if len(lines) > 1):
        where = {"lines": numbers(same)}
        if len({search_key(one.name) for one in same}) > 1:
            words = _("Samme nummer har flere navne. Se linje %(lines)s.") % where
        elif len({(one.target_group, one.education) for one in same}) > 1:
            words = _("Samme nummer står med forskellige oplysninger. Se linje %(lines)s.") % where
        else:
            for one in same[1:]:
                one.verdict = Verdict.SAME
                one.says.append(_("Det samme står på linje %(line)d.") % {"line": same[0].number})
            continue
        for one in same:
            one.refuse(Verdict.BAD, words)


def _settle_own(told: CandidateTold, candidate: Candidate) -> None:
    """Somebody on the list: what the line puts right, or that it is about somebody else than it says."""
    told.candidate, name = candidate, candidate.person.name
    if search_key(told.name) != search_key(name):
        words = _("På listen står navnet %(name)s ved det nummer. Ret det, der er forkert.")
        told.refuse(Verdict.BAD, words % {"name": name})
        return
    if told.name != name:
        told.says.append(_("På listen står navnet %(name)s. Det ændres ikke herfra.") % {"name": name})
    changes = []
    if told.target_group and told.target_group != candidate.target_group:
        words = _("Målgruppe: fra %(old)s til %(new)s.")
        changes.append(words % {"old": candidate.target_group or _("intet"), "new": told.target_group})
    if told.education is not None and told.education is not candidate.vocational_education:
        words = _("Erhvervsuddannelse: fra %(old)s til %(new)s.")
        changes.append(words % {"old": _answer(candidate.vocational_education), "new": _answer(told.education)})
    told.verdict = Verdict.CHANGED if changes else Verdict.SAME
    told.says[:0] = changes


def _answer(known: bool | None) -> str:
    return {True: _("ja"), False: _("nej"), None: _("ved ikke")}[known]


def _mark_alike(told: Sequence[CandidateTold], project: Project) -> None:
    """Born the same day and called almost the same under two numbers: perhaps one of the numbers is wrong."""
    new = [one for one in told if one.verdict == Verdict.NEW]
    if not new:
        return
    near: dict[str, Spellings[CandidateTold | Candidate]] = defaultdict(Spellings)
    for own in candidates_of(project=project):
        near[own.person.cpr[:_BORN]].add(own.person.name, own)
    for one in new:
        near[one.cpr[:_BORN]].add(one.name, one)
    for one in new:
        others = [other for other in near[one.cpr[:_BORN]].like(one.name) if other is not one]
        if others:
            one.verdict = Verdict.ALIKE
            one.says[:0] = [_alike(one, other) for other in others[:1]]


def _alike(one: CandidateTold, other: CandidateTold | Candidate) -> str:
    if isinstance(other, CandidateTold):
        words = _("Født samme dag og næsten samme navn som linje %(line)d: %(name)s. Er det den samme?")
        return words % {"line": other.number, "name": other.name}
    one.candidate = other
    words = _("Født samme dag og næsten samme navn som %(name)s på listen. Er det den samme?")
    return words % {"name": other.person.name}
