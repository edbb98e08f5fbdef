"""Training: who took part, and how far it reaches in each department."""

from datetime import date, timedelta
from typing import Any

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes import actions
from bordenden.programmes.models import Trained, Training
from bordenden.programmes.queries import Coverage, coverage, staff_of
from bordenden.programmes.words import Department, OfficeRole
from tests.cast import MONDAY, Cast

TITLE, PROVIDER = "Den ressourceorienterede samtale", "Ekstern antropolog"


@pytest.fixture
def nurse(cast: Cast) -> Person:
    """Somebody of the health department who works in the project."""
    person = people.register(municipality=cast.fjordby, given_name="Nadia", family_name="Skov", made_up=True)
    actions.give_office(
        person=person,
        role=OfficeRole.PROFESSIONAL,
        project=cast.project,
        department=Department.HEALTH,
        at=MONDAY - timedelta(days=5),
    )
    return person


def hold(cast: Cast, *who: Person) -> Training:
    """The training as Lis writes it in."""
    return actions.hold_training(
        project=cast.project,
        title=TITLE,
        provider=PROVIDER,
        held_on=MONDAY.date() - timedelta(days=3),
        people=who,
        by=cast.lis,
        at=MONDAY,
    )


@pytest.mark.requirement("R101")
def test_the_coverage_is_told_for_each_department(cast: Cast, nurse: Person) -> None:
    staff = staff_of(project=cast.project, at=MONDAY)
    assert coverage(project=cast.project, staff=staff) == [
        Coverage(Department.EMPLOYMENT, 0, 4),
        Coverage(Department.HEALTH, 0, 1),
    ]
    hold(cast, cast.bo, cast.ole, nurse)
    assert coverage(project=cast.project, staff=staff) == [
        Coverage(Department.EMPLOYMENT, 2, 4),
        Coverage(Department.HEALTH, 1, 1),
    ]


def test_told_again_it_adds_whoever_was_missing_and_nobody_twice(cast: Cast) -> None:
    first = hold(cast, cast.bo)
    assert hold(cast, cast.bo, cast.ole) == first
    assert {one.person for one in Trained.objects.order_by("pk")} == {cast.bo, cast.ole}


def test_whoever_has_left_is_no_staff_any_more(cast: Cast, nurse: Person) -> None:
    nurse.offices.update(ends_at=MONDAY)
    assert nurse not in [member.person for member in staff_of(project=cast.project, at=MONDAY)]


def test_a_day_to_come_nobody_and_a_stranger_are_refused(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="ikke kommet"):
        actions.hold_training(
            project=cast.project,
            title=TITLE,
            provider=PROVIDER,
            held_on=MONDAY.date() + timedelta(days=1),
            people=[cast.bo],
            by=cast.lis,
            at=MONDAY,
        )
    with pytest.raises(NotPossible, match="mindst én"):
        hold(cast)
    with pytest.raises(NotPossible, match="medarbejdere i projektet"):
        hold(cast, cast.amina)
    assert not Training.objects.exists()


def test_a_slip_in_the_year_is_refused_and_a_course_before_the_project_is_not(cast: Cast) -> None:
    told: dict[str, Any] = {
        "project": cast.project,
        "title": TITLE,
        "provider": PROVIDER,
        "people": [cast.bo],
        "by": cast.lis,
    }
    with pytest.raises(NotPossible):
        actions.hold_training(**told, held_on=date(1, 3, 2), at=MONDAY)
    before = cast.project.starts_on - timedelta(days=300)
    assert actions.hold_training(**told, held_on=before, at=MONDAY).held_on == before
