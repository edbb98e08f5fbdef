"""What every line would do, before a row is written; what is another's stays a secret."""

from datetime import date

import pytest

from bordenden.intake.actions import bring_in
from bordenden.intake.queries import Checked, check, read
from bordenden.intake.words import Verdict
from bordenden.mentors.actions import offer_to_all
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast
from tests.intake.files import HEADINGS, SIGNE, TOVE, laid_up

SECRET = "Personen eller sagsnummeret kan ikke hentes ind her. Tal med din leder."


def checked(cast: Cast, *lines: str, by: Person | None = None) -> list[Checked]:
    """The lines as the report shows them, in the order of the file."""
    text = "\n".join([HEADINGS, *lines])
    report = check(sheet=read(text), project=cast.project, by=by or cast.bo, at=MONDAY)
    return sorted(report.lines, key=lambda one: one.told.number)


def brought_in(cast: Cast, *lines: str, by: Person | None = None) -> None:
    """They are there already."""
    who = by or cast.bo
    bring_in(file=laid_up(cast, *lines, by=who), only_good=False, offer_mentor=offer_to_all, by=who, at=MONDAY)


def test_two_new_citizens(cast: Cast) -> None:
    one, two = checked(cast, SIGNE, TOVE)
    assert (one.verdict, two.verdict) == (Verdict.NEW, Verdict.NEW)
    assert (one.told.referred_on, two.told.referred_on) == (date(2026, 2, 2), date(2026, 2, 3))
    assert one.told.masked == "010190-****"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (SIGNE.replace("010190", "310290"), "Datoen i CPR-nummeret findes ikke."),
        (SIGNE.replace("010190-1234", "123"), "Skriv alle ti cifre"),
        (SIGNE.replace("010190-1234", "1,0119E+09"), "Skriv alle ti cifre"),
        (SIGNE.replace("02-02-2026", "02-02-2024"), "uden for den tid"),
        (SIGNE.replace("02-02-2026", "03-03-2026"), "ligger i fremtiden"),
        (SIGNE.replace("02-02-2026", "31-02-2026"), "kan ikke læses"),
        (SIGNE.replace(";job;", ";uddannelse;"), "sporet job"),
        (SIGNE.replace(";job;", ";hest;"), "sporet job"),
        (SIGNE.replace("Signe", ""), "Fornavnet mangler."),
        (SIGNE.replace("F-101", ""), "Sagsnummeret mangler."),
        (SIGNE.replace("F-101", "F" * 21), "Sagsnummer er for lang. Der er plads til 20 tegn."),
        (SIGNE[:30], "ikke samme antal felter"),
    ],
)
def test_an_impossible_line_says_why(cast: Cast, line: str, says: str) -> None:
    (one,) = checked(cast, line)
    assert one.verdict == Verdict.BAD
    assert says in " ".join(one.says)


def test_modulus_11_is_only_a_warning_and_a_lost_zero_is_put_back(cast: Cast) -> None:
    (one,) = checked(cast, SIGNE.replace("010190-1234", "101901235"))
    assert one.verdict == Verdict.NEW
    assert one.told.cpr == "0101901235"
    assert "et nul foran" in one.says[0]
    assert "modulus 11" in one.says[1]


@pytest.mark.parametrize(
    "day", ["2-2-2026", "02.02.2026", "2026-02-02", "02/02/2026", "02-02-26", "2026-02-02 00:00:00"]
)
def test_a_day_as_excel_writes_it(cast: Cast, day: str) -> None:
    (one,) = checked(cast, SIGNE.replace("02-02-2026", day))
    assert (one.verdict, one.told.referred_on) == (Verdict.NEW, date(2026, 2, 2))


def test_the_same_person_under_two_spellings_is_for_people_to_settle(cast: Cast) -> None:
    lines = checked(cast, SIGNE, TOVE, SIGNE.replace("Signe", "Sine").replace("010190-1234", "0101901234"))
    assert [line.verdict for line in lines] == [Verdict.BAD, Verdict.NEW, Verdict.BAD]
    assert "Samme CPR-nummer står på linje 2, 4." in lines[0].says


def test_the_same_case_number_twice_however_it_is_written(cast: Cast) -> None:
    one, two = checked(cast, SIGNE, TOVE.replace("F-102", "f 101"))
    assert (one.verdict, two.verdict) == (Verdict.BAD, Verdict.BAD)
    assert "Samme sagsnummer står på linje 2, 3." in two.says


def test_who_is_there_already_is_the_same_and_what_differs_is_shown(cast: Cast) -> None:
    brought_in(cast, SIGNE, TOVE)
    same, changed = checked(cast, SIGNE, TOVE.replace("Tove", "Tove Marie").replace(";aktivitetsparat", ";"))
    assert same.verdict == Verdict.SAME
    assert (changed.verdict, changed.says) == (Verdict.CHANGED, ("Fornavn: fra Tove til Tove Marie.",))


def test_what_a_file_cannot_change_is_refused(cast: Cast) -> None:
    brought_in(cast, SIGNE, TOVE)
    one, two = checked(cast, SIGNE.replace("F-101", "F-999"), TOVE.replace("03.02", "04.02"))
    assert one.says == ("Borgeren har et andet sagsnummer i projektet.",)
    assert two.says == ("Borgeren er henvist en anden dag. Den kan ikke ændres herfra.",)


def test_a_course_that_is_over_does_not_begin_again(cast: Cast) -> None:
    brought_in(cast, SIGNE)
    (before,) = checked(cast, SIGNE)
    assert before.table is not None
    pathways.end_course(
        enrolment=Enrolment.objects.get(table=before.table),
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    (after,) = checked(cast, SIGNE)
    assert after.says == ("Forløbet i projektet er slut. Det begynder ikke igen herfra.",)


def test_another_caseworkers_citizen_and_another_citizens_number_look_alike(cast: Cast) -> None:
    """Ole cannot find out by a file whether Signe is known, or whose number it is."""
    brought_in(cast, SIGNE)
    hers, number, staff = checked(
        cast,
        SIGNE.replace("F-101", "F-500"),
        TOVE.replace("F-102", "F-101"),
        TOVE.replace("020280", "030380").replace("F-102", "F-1"),
        by=cast.ole,
    )
    assert [(one.verdict, one.says) for one in (hers, number, staff)] == [(Verdict.BAD, (SECRET,))] * 3
    assert (hers.person, hers.table) == (None, None)


def test_a_formula_is_text_like_any_other(cast: Cast) -> None:
    (one,) = checked(cast, SIGNE.replace("Signe", "=HYPERLINK(1)"))
    assert (one.verdict, one.told.given_name) == (Verdict.NEW, "=HYPERLINK(1)")
