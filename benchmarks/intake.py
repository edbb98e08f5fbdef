"""For the scene: an intake officer, those who might join, and a file of benefits that waits for a yes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.foundation.snapshot import writing
from bordenden.intake import actions
from bordenden.intake.actions import Told
from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.intake.words import FileKind
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Project
from bordenden.programmes.words import OfficeRole

SHORT = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class IntakeScene:
    """The officer, and one of the candidates, who has lived on as many benefits as there are rows."""

    officer: Person
    candidate: Candidate


def fill_intake(rows: int, project: Project, officer: Person, begun: datetime, at: datetime) -> IntakeScene:
    """So many might join; the first has so many periods; a file with a line for each of them is laid up."""
    programmes.give_office(person=officer, role=OfficeRole.INTAKE, project=project, at=begun)
    before = Candidate.objects.count()
    listed = [
        actions.put_up(
            project=project,
            told=Told("Mulig", f"Nr {number}", f"{number % 28 + 1:02}0265{1000 + number}"),
            by=officer,
            at=at,
        )
        for number in range(before, before + rows)
    ]
    first = listed[0].person
    for number in range(rows):
        starts_on = (begun - (2 * number + 2) * SHORT).date()
        BenefitPeriod.objects.create(
            municipality_id=project.municipality_id,
            person=first,
            benefit="cash_benefit",
            starts_on=starts_on,
            ends_on=starts_on + SHORT,
        )
    lines = [f"{one.person.cpr};kontanthjælp;01-02-2020;" for one in listed]
    content = "\n".join(["CPR;Ydelse;Fra;Til", *lines]).encode()
    with writing(project.municipality_id, officer.pk):
        actions.lay_up(project=project, content=content, kind=FileKind.BENEFITS, by=officer, at=at)
    return IntakeScene(officer, listed[0])
