"""Two officers bring in two files, and write up the same person, in the same moment: each thing is there once."""

from functools import partial

import pytest

from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions import (
    Told,
    bring_benefits_in,
    bring_candidates_in,
    bring_in,
    lay_up,
    put_up,
    refer,
    say_yes,
)
from bordenden.intake.models import BenefitPeriod, Candidate, Referral
from bordenden.intake.words import FileKind
from bordenden.mentors.actions import offer_to_all
from bordenden.pathways.models import Enrolment
from bordenden.people.models import Person
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole, Track
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast
from tests.intake.candidates import HOPE, WHY, candidate, referred
from tests.intake.files import SIGNE, laid_up
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


def test_two_who_ask_with_one_number_in_two_spellings_promise_it_once(
    officers: tuple[Cast, tuple[Person, Person]],
) -> None:
    cast, both = officers
    asked = [(candidate(cast), "F-77", both[0]), (candidate(cast, "Rolf", "150385-1113"), "f 77", both[1])]
    raised = together(
        *(
            partial(refer, candidate=one, reference=number, match_reasons=WHY, caseworker=None, by=by, at=MONDAY)
            for one, number, by in asked
        )
    )
    assert sorted(str(error or "") for error in raised) == ["", "Sagsnummeret er brugt i projektet. Se det efter."]
    assert Referral.objects.count() == 1


def test_two_yes_at_once_to_one_number_from_before_give_one_course_and_a_sentence(
    officers: tuple[Cast, tuple[Person, Person]],
) -> None:
    cast, _both = officers
    first = referred(cast, cast.pia)
    rolf = candidate(cast, "Rolf", "150385-1113")
    second = refer(candidate=rolf, reference="F-78", match_reasons=WHY, caseworker=None, by=cast.pia, at=MONDAY)
    Referral.objects.filter(pk=second.pk).update(reference=first.reference)
    raised = together(
        *(
            partial(say_yes, referral=one, hope=HOPE, towards=Track.JOB, by=one.candidate.person, at=MONDAY)
            for one in (first, second)
        )
    )
    refused = [error for error in raised if error is not None]
    assert [type(error) for error in refused] == [NotPossible]
    assert Enrolment.objects.filter(reference="F-77").count() == 1


def test_two_caseload_files_at_once_with_one_person_make_one_course(
    officers: tuple[Cast, tuple[Person, Person]],
) -> None:
    cast, _both = officers
    for one in (cast.bo, cast.ole):
        Person.objects.filter(pk=one.pk).update(phone="20 30 40 50", reachable="tirsdag 9-12")
    keepers = Person.objects.filter(pk__in=(cast.bo.pk, cast.ole.pk)).order_by("pk")
    raised = together(
        *(
            partial(bring_in, file=file, only_good=False, offer_mentor=offer_to_all, by=file.owner, at=MONDAY)
            for file in [laid_up(cast, SIGNE, by=keeper) for keeper in keepers]
        )
    )
    assert [type(error) for error in raised if error is not None] == [NotPossible]
    assert [course.reference for course in Enrolment.objects.filter(reference="F-101")] == ["F-101"]
    assert Person.objects.filter(given_name="Signe", family_name="Åkjær").count() == 1
