"""For the scene: chairs that nobody sits on, citizens whose caseworker changed, and offices that have ended."""

from dataclasses import dataclass
from datetime import datetime

from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import Department, OfficeRole


@dataclass(frozen=True, slots=True)
class Staying:
    """One of the empty chairs, and the office of the one who holds the whole caseload."""

    empty: Enrolment
    office: Office


def leave_chairs_empty(
    project: Project, heads: list[Person], coordinator: Person, colleague: Person, leader: Person, begun: datetime
) -> Staying:
    """Each of these had one caseworker, then another, and now nobody; as many have left the team."""
    for number, head in enumerate(heads):
        table = pathways.lay_table(head=head, by=leader, at=begun)
        pathways.seat(table=table, person=coordinator, role=SeatRole.COORDINATOR, by=leader, at=begun)
        day = begun.date()
        empty = pathways.enrol(
            table=table, project=project, reference=f"T-{number}", referred_on=day, by=leader, at=begun
        )
        pathways.note_mentor_offered(table=table, on=day)
        pathways.activate(enrolment=empty, on=day, by=leader, at=begun)
        seat = pathways.change_coordinator(
            table=table, to=colleague, because=LeavingReason.TOO_MANY, by=leader, at=begun
        )
        pathways.leave_seat(seat=seat, by=leader, at=begun)
        whom = programmes.Called(f"Forgænger {number}", "Måling")
        gone = programmes.join_team(
            project=project,
            role=OfficeRole.CASEWORKER,
            department=Department.EMPLOYMENT,
            whom=whom,
            by=leader,
            at=begun,
        )
        pathways.end_office(project=project, office=gone, by=leader, at=begun)
    office = Office.objects.get(project=project, person=coordinator, role=OfficeRole.CASEWORKER)
    return Staying(empty, office)
