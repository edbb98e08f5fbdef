"""For the scene: a steering group whose seats are taken, and those who sat there before."""

from datetime import datetime, timedelta

from bordenden.people.models import Person
from bordenden.programmes import actions
from bordenden.programmes.actions import Called
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import MOST_FROM_AN_AREA, Department

A_SECOND = timedelta(seconds=1)


def fill_steering(rows: int, project: Project, leader: Person, begun: datetime, at: datetime) -> Office:
    """So many have sat there and gone; after them so many sit there as there is room for. The last is given back."""
    for number in range(rows):
        # One after the other: no more than a few sit there at once.
        gone = _seat(project, f"Forgænger {number}", Department.SOCIAL, leader, begun + number * A_SECOND)
        actions.end_steering(project=project, office=gone, by=leader, at=begun + (number + 1) * A_SECOND)
    most = MOST_FROM_AN_AREA * len(Department)
    areas = list(Department)
    seated = [
        _seat(project, f"Medlem {number}", areas[number % len(areas)], leader, at)
        for number in range(min(rows, most))
    ]
    return seated[-1]


def _seat(project: Project, name: str, area: Department, leader: Person, at: datetime) -> Office:
    whom = Called(name, "Opdigtet", "Chef i kommunen")
    return actions.seat_in_steering(project=project, department=area, whom=whom, by=leader, at=at)
