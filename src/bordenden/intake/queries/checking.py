"""What each line of a caseload file would do, found out before anything is written.

That a person or a case number exists elsewhere is a secret: such a line says no more than that it cannot be used.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.lasting import during
from bordenden.intake.queries.fields import Told, told_in
from bordenden.intake.queries.reading import Sheet
from bordenden.intake.queries.referrals import promised
from bordenden.intake.queries.reports import Report, batches, in_order, numbers
from bordenden.intake.words import Verdict
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.people.queries import with_numbers
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class Checked:
    """A line and what it would do. `person` and `table` are there when they are the uploader's own already.

    `known` and `holder`: somebody else's citizen, or the table whose case number it is, that the line has met.
    """

    told: Told
    verdict: Verdict
    says: tuple[str, ...] = ()
    person: Person | None = None
    table: Table | None = None
    known: UUID | None = None
    holder: UUID | None = None

    @property
    def number(self) -> int:
        """Its number in the file."""
        return self.told.number


def check(*, sheet: Sheet, project: Project, by: Person, at: datetime) -> Report[Checked]:
    """Check the whole file against what is there now. The queries grow with the file by one in two thousand lines."""
    told = [told_in(line, project=project, at=at) for line in sheet.lines]
    _mark_doubles(told)
    known = _Known.of(told, project, by, at)
    checked = [known.checked(one) for one in told]
    return Report(in_order(checked), sheet.unused, _met(checked, at))


def _met(checked: Sequence[Checked], at: datetime) -> tuple[UUID, ...]:
    tables = {one.holder for one in checked if one.holder is not None}
    people = sorted({one.known for one in checked if one.known is not None})
    for some in batches(people):
        heads = Seat.objects.filter(during(at), person__in=some, role=SeatRole.HEAD)
        tables.update(heads.order_by("pk").values_list("table_id", flat=True))
    return tuple(sorted(tables))


def _mark_doubles(told: list[Told]) -> None:
    """The same person, or the same case number, on two lines: which of them is right is for people to say."""
    by_cpr: dict[str, list[Told]] = defaultdict(list)
    by_reference: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_cpr[one.cpr].append(one)
        by_reference[one.reference_key].append(one)
    words = {
        "cpr": _("Samme CPR-nummer står på linje %(lines)s."),
        "ref": _("Samme sagsnummer står på linje %(lines)s."),
    }
    for kind, found in (("cpr", by_cpr), ("ref", by_reference)):
        for same in (group for key, group in found.items() if key and len(group) > 1):
            said = words[kind] % {"lines": numbers(same)}
            for one in same:
                one.wrong.append(said)


@dataclass(slots=True)
class _Known:
    """What is there already that the lines could meet."""

    people: dict[str, Person]
    own: dict[UUID, Table]
    courses: dict[UUID, list[Enrolment]]
    taken: dict[str, UUID]
    project: Project

    @classmethod
    def of(cls, told: Sequence[Told], project: Project, by: Person, at: datetime) -> "_Known":
        people = {
            person.cpr: person
            for some in batches(sorted({one.cpr for one in told if one.cpr}))
            for person in with_numbers(numbers=some, where=project)
        }
        own = _own_tables(by, at)
        courses: dict[UUID, list[Enrolment]] = defaultdict(list)
        held = Enrolment.objects.filter(table__in=_coordinated(by, at)).select_related("exit")
        for course in held.order_by("referred_on", "pk"):
            courses[course.table_id].append(course)
        keys = sorted({one.reference_key for one in told if one.reference_key})
        taken = promised(project=project) | {
            key: table
            for some in batches(keys)
            for key, table in Enrolment.objects.filter(project=project, reference_key__in=some)
            .order_by("pk")
            .values_list("reference_key", "table_id")
        }
        return cls(people, own, courses, taken, project)

    def checked(self, told: Told) -> Checked:
        """One line against it."""
        if told.wrong:
            return Checked(told, Verdict.BAD, tuple(told.wrong))
        person, holder = self.people.get(told.cpr), self.taken.get(told.reference_key)
        table = self.own.get(person.pk) if person else None
        if (person and table is None) or (holder and (table is None or holder != table.pk)):
            says = _("Personen eller sagsnummeret kan ikke hentes ind her. Tal med din leder.")
            known = person.pk if person and table is None else None
            elsewhere = holder if holder and (table is None or holder != table.pk) else None
            return Checked(told, Verdict.BAD, (says,), known=known, holder=elsewhere)
        if person is None or table is None:
            return Checked(told, Verdict.NEW, tuple(told.notes))
        return self._own(told, person, table)

    def _own(self, told: Told, person: Person, table: Table) -> Checked:
        """Somebody at a table of the uploader's own."""
        courses = self.courses.get(table.pk, [])
        here = next((course for course in reversed(courses) if course.project_id == self.project.pk), None)
        if here is None:
            if any(not hasattr(course, "exit") for course in courses):
                return Checked(told, Verdict.BAD, (_("Borgeren er allerede i gang i et andet projekt."),))
            return Checked(told, Verdict.NEW, tuple(told.notes), person, table)
        if wrong := _fixed(told, here):
            return Checked(told, Verdict.BAD, tuple(wrong))
        changes = differences(told, person, here)
        notes = (*changes.values(), *told.notes)
        return Checked(told, Verdict.CHANGED if changes else Verdict.SAME, notes, person, table)


def differences(told: Told, person: Person, course: Enrolment) -> dict[str, str]:
    """What the line would put right, as field and sentence; an empty cell puts nothing right."""
    before = {"given_name": person.given_name, "family_name": person.family_name, "phone": person.phone}
    before["target_group"] = course.target_group
    names = {"given_name": _("Fornavn"), "family_name": _("Efternavn"), "phone": _("Telefon")}
    names["target_group"] = _("Målgruppe")
    words = _("%(name)s: fra %(old)s til %(new)s.")
    return {
        field: words % {"name": names[field], "old": old or _("intet"), "new": getattr(told, field)}
        for field, old in before.items()
        if getattr(told, field) and getattr(told, field) != old
    }


def _fixed(told: Told, course: Enrolment) -> list[str]:
    """What a file cannot change about a course that is there."""
    wrong = []
    if hasattr(course, "exit"):
        wrong.append(_("Forløbet i projektet er slut. Det begynder ikke igen herfra."))
    if reference_key(course.reference) != told.reference_key:
        wrong.append(_("Borgeren har et andet sagsnummer i projektet."))
    if course.referred_on != told.referred_on:
        wrong.append(_("Borgeren er henvist en anden dag. Den kan ikke ændres herfra."))
    return wrong


def _coordinated(by: Person, at: datetime) -> list[UUID]:
    held = Seat.objects.filter(during(at), person=by, role=SeatRole.COORDINATOR, municipality=by.municipality_id)
    return list(held.order_by("pk").values_list("table_id", flat=True))


def _own_tables(by: Person, at: datetime) -> dict[UUID, Table]:
    """The tables the uploader coordinates, by who sits at the head."""
    heads = Seat.objects.filter(during(at), table__in=_coordinated(by, at), role=SeatRole.HEAD).select_related(
        "table"
    )
    return {seat.person_id: seat.table for seat in heads.order_by("pk")}
