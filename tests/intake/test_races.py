"""Two officers bring in two files, and write up the same person, in the same moment: each thing is there once."""

from functools import partial

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions import Told, bring_benefits_in, bring_candidates_in, lay_up, put_up
from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.intake.words import FileKind
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.intake.history import IDA, VERA

WEEKS = ("2020-W01", "2020-W02", "2020-W03")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officers() -> tuple[Cast, tuple[Person, Person]]:
    """Pia, and Ole who helps her."""
    cast = seat_everybody(at=MONDAY)
    programmes.give_office(person=cast.ole, role=OfficeRole.INTAKE, project=cast.project, at=MONDAY)
    return cast, (cast.pia, cast.ole)


def test_two_files_at_once_write_each_person_and_each_period_once(
    officers: tuple[Cast, tuple[Person, Person]],
) -> None:
    cast, both = officers
    weeks = [f"{number};{name};{week};K02" for number, name in ((VERA, "Vera"), (IDA, "Ida")) for week in WEEKS]
    content = "\n".join(["CPR;Fornavn;Uge;Kode", *weeks]).encode()
    files = [lay_up(project=cast.project, content=content, kind=FileKind.BENEFITS, by=by, at=MONDAY) for by in both]
    raised = together(
        *(
            partial(bring_benefits_in, file=file, only_good=False, by=by, at=MONDAY)
            for file, by in zip(files, both, strict=True)
        )
    )
    assert raised == [None, None]
    assert [one.person.name for one in Candidate.objects.order_by("person__sort_key")] == ["Ida", "Vera"]
    assert BenefitPeriod.objects.count() == 2


def test_the_same_person_written_up_by_two_at_once_is_one(officers: tuple[Cast, tuple[Person, Person]]) -> None:
    cast, both = officers
    told = {by: Told("Vera", "Lind" if by == cast.pia else "Lund", VERA) for by in both}
    raised = together(*(partial(put_up, project=cast.project, told=told[by], by=by, at=MONDAY) for by in both))
    assert sorted(isinstance(error, NotPossible) for error in raised) == [False, True]
    assert (Candidate.objects.count(), Person.objects.filter(cpr=VERA).count()) == (1, 1)


def test_two_lists_at_once_write_each_person_up_once(officers: tuple[Cast, tuple[Person, Person]]) -> None:
    cast, both = officers
    content = f"Fornavn;CPR\nVera;{VERA}\nIda;{IDA}\n".encode()
    files = [lay_up(project=cast.project, content=content, kind=FileKind.CANDIDATES, by=by, at=MONDAY) for by in both]
    raised = together(
        *(
            partial(bring_candidates_in, file=file, only_good=False, by=by, at=MONDAY)
            for file, by in zip(files, both, strict=True)
        )
    )
    assert raised == [None, None]
    assert [one.person.name for one in Candidate.objects.order_by("person__sort_key")] == ["Ida", "Vera"]
