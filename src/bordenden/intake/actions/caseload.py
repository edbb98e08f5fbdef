"""A caseload brought in: every line or none, or only those that can be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import record, record_all
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions.files import close_brought, still_here
from bordenden.intake.models import CaseloadFile
from bordenden.intake.queries import Checked, Report, check, read
from bordenden.intake.words import FileKind, Verdict
from bordenden.pathways.actions import activate_all
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Project

BATCH = 500


class OfferMentor(Protocol):
    """How a mentor is offered at many tables; handed in by the door, for mentors stand above intake."""

    def __call__(self, *, tables: Sequence[Table], by: Person, at: datetime) -> object: ...


@dataclass(frozen=True, slots=True)
class Brought:
    """How many lines did what."""

    new: int
    changed: int
    same: int
    left_out: int


@transaction.atomic
def bring_in(*, file: CaseloadFile, only_good: bool, offer_mentor: OfferMentor, by: Person, at: datetime) -> Brought:
    """Write what the file says, checked anew in this very transaction; the same file again changes nothing.

    Everybody new is offered a mentor by `offer_mentor`, and only then the courses begin: R10 knows no back door.

    Raises NotPossible when a line cannot be brought in (unless `only_good`), when the uploader has no telephone or
    hours for the citizens to read, and when the file is not there any more. Then nothing is written. Two files of one
    project wait for each other, and for whoever is asked to join at that moment.
    """
    held = still_here(file=file, kind=FileKind.CASELOAD, at=at)
    project = Project.objects.select_for_update(no_key=True).get(pk=held.project_id)
    if not by.can_be_called:
        raise NotPossible(_("Skriv først dit telefonnummer og din træffetid. Borgerne skal kunne ringe til dig."))
    report = check(sheet=read(held.content), project=project, by=by, at=at)
    if report.of(Verdict.BAD) and not only_good:
        raise NotPossible(_("Der er linjer, som ikke kan hentes. Ret filen, eller hent kun de andre linjer."))
    try:
        with transaction.atomic():
            _write(report, project, offer_mentor, by, at)
    except IntegrityError as error:
        raise NotPossible(_("Noget har ændret sig imens. Se listen igennem igen.")) from error
    left = [one.number for one in report.of(Verdict.BAD)]
    close_brought(file=held, brought=report.number(Verdict.NEW, Verdict.CHANGED), left_out=left, at=at)
    record(act="caseload.import", by=by, thing=held, at=at)
    numbers = {verdict: report.number(verdict) for verdict in Verdict}
    return Brought(numbers[Verdict.NEW], numbers[Verdict.CHANGED], numbers[Verdict.SAME], numbers[Verdict.BAD])


def _write(report: Report[Checked], project: Project, offer_mentor: OfferMentor, by: Person, at: datetime) -> None:
    new = report.of(Verdict.NEW)
    strangers = [line for line in new if line.table is None]
    tables = _tables_of(strangers, project, by, at)
    tables.update({line.told.number: line.table for line in new if line.table is not None})
    courses = _enrol(new, tables, project, by, at)
    offer_mentor(tables=[course.table for course in courses], by=by, at=at)
    activate_all(enrolments=courses, on=localdate(at), by=by, at=at)
    for line in report.of(Verdict.CHANGED):
        _put_right(line, project, by, at)


def _tables_of(lines: Sequence[Checked], project: Project, by: Person, at: datetime) -> dict[int, Table]:
    """New people at the head of new tables, the uploader beside each; by the line's number."""
    place = {"municipality_id": project.municipality_id}
    heads = Person.objects.bulk_create((_person(line, project) for line in lines), BATCH)
    tables = Table.objects.bulk_create((Table(opened_at=at, **place) for _line in lines), BATCH)
    seats = [
        Seat(table=table, person=person, role=role, starts_at=at, **place)
        for table, head in zip(tables, heads, strict=True)
        for person, role in ((head, SeatRole.HEAD), (by, SeatRole.COORDINATOR))
    ]
    record_all(act="seat.take", by=by, things=Seat.objects.bulk_create(seats, BATCH), at=at)
    return {line.told.number: table for line, table in zip(lines, tables, strict=True)}


def _person(line: Checked, project: Project) -> Person:
    told = line.told
    return Person(
        municipality_id=project.municipality_id,
        given_name=told.given_name,
        family_name=told.family_name,
        sort_key=sort_key(f"{told.given_name} {told.family_name}"),
        cpr=told.cpr,
        phone=told.phone,
        made_up=project.made_up,
    )


def _enrol(
    lines: Sequence[Checked], tables: dict[int, Table], project: Project, by: Person, at: datetime
) -> list[Enrolment]:
    """Each is prepared; the caseworker sits at the table from this very moment."""
    courses = Enrolment.objects.bulk_create(
        (
            Enrolment(
                table=tables[line.told.number],
                municipality_id=project.municipality_id,
                project=project,
                reference=line.told.reference,
                reference_key=line.told.reference_key,
                track=project.track,
                target_group=line.told.target_group,
                referred_on=line.told.day,
            )
            for line in lines
        ),
        BATCH,
    )
    record_all(act="course.prepare", by=by, things=courses, at=at)
    return courses


def _put_right(line: Checked, project: Project, by: Person, at: datetime) -> None:
    """Names, telephone and target group; an empty cell changes nothing."""
    told, person = line.told, line.person
    if person is None or line.table is None:
        return
    person.given_name = told.given_name or person.given_name
    person.family_name = told.family_name or person.family_name
    person.phone = told.phone or person.phone
    person.sort_key = sort_key(person.name)
    person.save(update_fields=["given_name", "family_name", "phone", "sort_key"])
    record(act="person.put_right", by=by, thing=person, at=at)
    course = Enrolment.objects.get(table=line.table, project=project, ended_on__isnull=True)
    if told.target_group and told.target_group != course.target_group:
        course.target_group = told.target_group
        course.save(update_fields=["target_group"])
        record(act="course.put_right", by=by, thing=course, at=at)
