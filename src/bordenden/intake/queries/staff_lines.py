"""What each line of a list of professionals would do, found out before anything is written.

Who is meant is settled by the work mail, or by an office held here already: a name alone gives nobody an office.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import reference_key, search_key
from bordenden.foundation.spelling import Spellings
from bordenden.intake.queries.fields import told_short
from bordenden.intake.queries.reading import Line, Sheet
from bordenden.intake.queries.reports import Report, in_order, numbers
from bordenden.intake.words import KEPT_OUT, LONGEST_OF_STAFF, Column, Verdict
from bordenden.people.models import Person
from bordenden.people.queries import can_be_dialled
from bordenden.programmes.models import Project
from bordenden.programmes.queries import can_be_seated, in_team
from bordenden.programmes.words import TEAM, Department, OfficeRole

K = TypeVar("K", bound=Hashable)
C = TypeVar("C", bound=TextChoices)
_LONGEST_SHOWN = 40
# In Danish; on an English page a file may have the English words too.
_OFFICES = {reference_key(word): role for role in OfficeRole for word in (role.value, str(role.label), role.name)}
_AREAS = {reference_key(word): area for area in Department for word in (area.value, str(area.label), area.name)}


@dataclass(slots=True)
class StaffTold:
    """What a line says. `person`: who is known and is meant; `first`: the line somebody new stood on first."""

    number: int
    given_name: str = ""
    family_name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    reachable: str = ""
    office: OfficeRole | None = None
    area: Department = Department.EMPLOYMENT
    verdict: Verdict = Verdict.NEW
    says: list[str] = field(default_factory=list)
    person: Person | None = None
    first: int = 0

    @property
    def name(self) -> str:
        """The name as the line has it, "" for none."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def key(self) -> str:
        """The name, however it is written."""
        return search_key(self.name)

    @property
    def good(self) -> bool:
        """Whether nothing keeps the line out."""
        return self.verdict not in KEPT_OUT

    def refuse(self, verdict: Verdict, sentence: str) -> None:
        """Something keeps it out; the first reason names the kind."""
        if self.good:
            self.verdict = verdict
        self.says.append(sentence)


def check_staff(*, sheet: Sheet, project: Project, by: Person, at: datetime) -> Report[StaffTold]:
    """Check the whole file against who works here now. The queries do not grow with the file."""
    told = [_told(line) for line in sheet.lines]
    _refuse_contradictions(told)
    known = _Known.of(project, by, at)
    for one in (line for line in told if line.good):
        known.settle(one)
    _mark_twice(told)
    known.mark_alike(told)
    return Report(in_order(told), sheet.unused)


def _told(line: Line) -> StaffTold:
    """The line by itself: nothing is looked up."""
    wrong: list[str] = []
    if not line.whole:
        wrong.append(_("Linjen har ikke samme antal felter som overskriften. Er filen skåret over?"))
    told = StaffTold(line.number, first=line.number)
    for column, most in LONGEST_OF_STAFF.items():
        setattr(told, column, told_short(line, column, most, wrong))
    told.email = told.email.lower()
    if not told.given_name:
        wrong.append(_("Fornavnet mangler."))
    wrong += _wrong_ways(told)
    for sentence in wrong:
        told.refuse(Verdict.BAD, sentence)
    _read_office(told, line.says(Column.OFFICE))
    if area := line.says(Column.AREA):
        found = _AREAS.get(reference_key(area)) or _as_shown(area, Department)
        told.area = found or told.area
        if found is None:
            words = _("Området “%(told)s” kender vi ikke. Skriv %(known)s.")
            known = ", ".join(str(one.label) for one in Department)
            told.refuse(Verdict.UNKNOWN, words % {"told": area[:_LONGEST_SHOWN], "known": known})
    return told


def _wrong_ways(told: StaffTold) -> list[str]:
    """What is wrong with how somebody is reached."""
    wrong = []
    if told.email:
        try:
            validate_email(told.email)
        except ValidationError:
            wrong.append(_("Arbejdsmailen kan ikke læses. Skriv den som navn@eksempel.dk."))
    if told.phone and not can_be_dialled(phone=told.phone):
        wrong.append(_("Skriv et telefonnummer med mindst otte cifre, for eksempel 12 34 56 78."))
    if bool(told.phone) != bool(told.reachable):
        wrong.append(_("Skriv både telefon og træffetid, eller lad begge felter stå tomme."))
    return wrong


def _read_office(told: StaffTold, said: str) -> None:
    told.office = _OFFICES.get(reference_key(said)) or _as_shown(said, OfficeRole)
    if told.office is None:
        words = _("Hvervet “%(told)s” kender vi ikke. Skriv %(known)s.")
        known = ", ".join(str(role.label) for role in TEAM)
        told.refuse(Verdict.UNKNOWN, words % {"told": said[:_LONGEST_SHOWN], "known": known})
    elif told.office not in TEAM:
        told.refuse(Verdict.BAD, _("Det hverv giver jeres administrator."))


def _as_shown(said: str, choices: type[C]) -> C | None:
    return next((one for one in choices if reference_key(str(one.label)) == reference_key(said)), None)


def _grouped(lines: Iterable[tuple[K, StaffTold]]) -> dict[K, list[StaffTold]]:
    found: dict[K, list[StaffTold]] = defaultdict(list)
    for key, one in lines:
        found[key].append(one)
    return found


def _refuse_contradictions(told: Sequence[StaffTold]) -> None:
    """Lines that name one person in two ways, or two persons in one: people say which is right."""
    good = [one for one in told if one.good]
    for same in _grouped((one.email, one) for one in good if one.email).values():
        if len({one.key for one in same}) > 1:
            _refuse(same, _("Samme mail står med flere navne. Se linje %(lines)s."))
    for same in _grouped((one.key, one) for one in good if one.good).values():
        if len({one.email for one in same}) > 1:
            _refuse(same, _("Samme navn står med og uden mail, eller med flere. Se linje %(lines)s."))
        elif len({(one.phone, one.reachable, one.title) for one in same}) > 1:
            _refuse(same, _("Samme person står med forskellige oplysninger. Se linje %(lines)s."))
        for one in same:
            one.first = same[0].number


def _refuse(same: Sequence[StaffTold], words: str) -> None:
    for one in same:
        one.refuse(Verdict.BAD, words % {"lines": numbers(same)})


def _mark_twice(told: Sequence[StaffTold]) -> None:
    for same in _grouped(((one.first, one.office), one) for one in told if one.good).values():
        for one in same[1:]:
            one.verdict = Verdict.SAME
            one.says.append(_("Det samme står på linje %(line)d.") % {"line": same[0].number})


@dataclass(slots=True)
class _Known:
    """Who works in the municipality, by mail and by name, and which offices are held in the project."""

    by: Person
    mails: dict[str, Person]
    names: dict[str, list[Person]]
    held: set[tuple[UUID, str]]
    spelled: Spellings[Person]

    @classmethod
    def of(cls, project: Project, by: Person, at: datetime) -> "_Known":
        """Two queries."""
        people = list(can_be_seated(municipality=project.municipality).select_related("notices"))
        mails = {mail.lower(): one for one in people if (mail := _mail_of(one))}
        held = set(in_team(project=project, at=at).values_list("person_id", "role"))
        names: dict[str, list[Person]] = defaultdict(list)
        spelled: Spellings[Person] = Spellings()
        for one in people:
            names[search_key(one.name)].append(one)
            spelled.add(one.name, one)
        return cls(by, mails, names, held, spelled)

    def settle(self, told: StaffTold) -> None:
        """Who is meant, and whether the office is held already."""
        same_mail, same_name = self.mails.get(told.email), self.names.get(told.key, [])
        holders = [one for one in same_name if (one.pk, told.office) in self.held]
        if same_mail is not None and search_key(same_mail.name) != told.key:
            words = _("Mailen hører i forvejen til %(name)s. Er det den samme, så skriv navnet som her.")
            told.refuse(Verdict.BAD, words % {"name": same_mail.name})
        elif same_mail is not None:
            told.person = same_mail
        elif len(holders) == 1 and not (told.email and _mail_of(holders[0])):
            told.person = holders[0]
        elif holders or any(not (told.email and _mail_of(one)) for one in same_name):
            words = _(
                "En med det navn arbejder her allerede. Er det den samme, så vælg personen under Få en ny på holdet."
            )
            told.refuse(Verdict.BAD, words)
        if told.person is not None:
            self._settle_known(told, told.person)

    def _settle_known(self, told: StaffTold, person: Person) -> None:
        if person.pk == self.by.pk:
            told.refuse(Verdict.BAD, _("Du kan ikke give dig selv et hverv."))
            return
        if (person.pk, told.office) in self.held:
            told.verdict = Verdict.SAME
        else:
            told.says.append(_("%(name)s arbejder her allerede og får også dette hverv.") % {"name": person.name})
        if told.phone and (told.phone, told.reachable) != (person.phone, person.reachable):
            told.says.append(_("Telefon og træffetid ændres ikke herfra. Det gør personen selv."))

    def mark_alike(self, told: Sequence[StaffTold]) -> None:
        """Somebody new who is called almost as somebody here, or as another new one."""
        new = [one for one in told if one.verdict == Verdict.NEW and one.person is None]
        lines: Spellings[StaffTold] = Spellings()
        for one in new:
            lines.add(one.name, one)
        for one in new:
            others = [other for other in lines.like(one.name) if other.first != one.first]
            if here := self.spelled.like(one.name):
                one.says.insert(0, _("Navnet ligner %(name)s, som er her allerede.") % {"name": here[0].name})
            elif others:
                where = {"line": others[0].number, "name": others[0].name}
                one.says.insert(0, _("Navnet ligner linje %(line)d: %(name)s. Er det den samme?") % where)
            if here or others:
                one.verdict = Verdict.ALIKE


def _mail_of(person: Person) -> str:
    chosen = getattr(person, "notices", None)
    return chosen.email if chosen else ""
