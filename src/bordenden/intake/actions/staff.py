"""Professionals brought in from a list: each by the action a form would use; every line or only the good."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions.files import close_brought, still_here
from bordenden.intake.models import CaseloadFile
from bordenden.intake.queries import StaffTold, check_staff, read
from bordenden.intake.queries.reading import STAFF
from bordenden.intake.words import KEPT_OUT, FileKind, Verdict
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.people.words import Wish
from bordenden.programmes.actions import Called, join_team
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class BroughtStaff:
    """How many lines did what, and how many of the people are new."""

    new: int
    same: int
    left_out: int
    people: int


@transaction.atomic
def bring_staff_in(*, file: CaseloadFile, only_good: bool, by: Person, at: datetime) -> BroughtStaff:
    """Write what the file says, checked anew in this very transaction; the same file again changes nothing.

    `only_good` leaves out whoever is called almost as somebody else too. Without it such lines are brought in, and a
    line that cannot be raises NotPossible: then nothing is written. Two files of one project wait for each other.
    Nobody gets a login or a password by it.
    """
    held = still_here(file=file, kind=FileKind.STAFF, at=at)
    project = Project.objects.select_for_update(no_key=True).get(pk=held.project_id)
    report = check_staff(sheet=read(held.content, STAFF), project=project, by=by, at=at)
    if report.of(*KEPT_OUT) and not only_good:
        raise NotPossible(_("Der er linjer, som ikke kan hentes. Ret filen, eller hent kun de andre linjer."))
    wanted = (Verdict.NEW,) if only_good else (Verdict.NEW, Verdict.ALIKE)
    made: dict[int, Person] = {}
    lines = sorted(report.of(*wanted), key=lambda one: one.number)
    for one in lines:
        _seat(one, project, made, by, at)
    left = [one.number for one in report.lines if one.verdict not in (*wanted, Verdict.SAME)]
    close_brought(file=held, brought=len(lines), left_out=left, at=at)
    record(act="team.import", by=by, thing=held, at=at)
    return BroughtStaff(len(lines), report.number(Verdict.SAME), len(left), len(made))


def _seat(one: StaffTold, project: Project, made: dict[int, Person], by: Person, at: datetime) -> None:
    """One line's office; somebody new is also told of by mail, and can be called, as the line says."""
    known = one.person or made.get(one.first)
    whom = known or Called(one.given_name, one.family_name, one.title)
    if one.office is None:
        return
    office = join_team(project=project, role=one.office, department=one.area, whom=whom, by=by, at=at)
    if known is not None:
        return
    person = made[one.first] = office.person
    if one.phone:
        people.set_hours(person=person, phone=one.phone, reachable=one.reachable, by=by, at=at)
    if one.email:
        people.choose_notices(person=person, way=Wish.EMAIL, email=one.email, reminders=False, by=by, at=at)
