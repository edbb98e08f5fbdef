"""Lists of people: each line by the action a form would use, all of them or the good ones, and twice is once."""

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.actions import BroughtCandidates, BroughtStaff, Told, lay_up
from bordenden.intake.models import Candidate, CaseloadFile
from bordenden.intake.queries import CANDIDATES, STAFF, Unreadable, check_candidates, check_staff, read
from bordenden.intake.words import FileKind, Verdict
from bordenden.people import actions as people
from bordenden.people.models import Login, Notices, Person
from bordenden.people.words import Wish
from bordenden.programmes.models import Office
from tests.cast import MONDAY, Cast

VERA, IDA = "0201801234", "0202951234"
MIGHT = "Fornavn;Efternavn;CPR;Målgruppe;Erhvervsuddannelse"
TEAM = "Fornavn;Efternavn;Titel;Hverv;Område;Arbejdsmail;Telefon;Træffetid"
KAREN = "Karen;Dam;Rådgiver;Sagsbehandler;;karen@fjordby.example;20 00 00 91;man 9–12"


def laid(cast: Cast, kind: FileKind, *lines: str) -> CaseloadFile:
    """Pia, or Lis, has chosen the file."""
    headings, by = (MIGHT, cast.pia) if kind == FileKind.CANDIDATES else (TEAM, cast.lis)
    return lay_up(project=cast.project, content="\n".join([headings, *lines]).encode(), kind=kind, by=by, at=MONDAY)


def might(cast: Cast, *lines: str) -> dict[int, tuple[Verdict, str]]:
    """What each line of Pia's list would do, and the first thing that is said of it."""
    report = check_candidates(sheet=read("\n".join([MIGHT, *lines]), CANDIDATES), project=cast.project, at=MONDAY)
    return {one.number: (one.verdict, one.says[0] if one.says else "") for one in report.lines}


def team(cast: Cast, *lines: str) -> dict[int, tuple[Verdict, str]]:
    """The same of Lis' list."""
    sheet = read("\n".join([TEAM, *lines]), STAFF)
    report = check_staff(sheet=sheet, project=cast.project, by=cast.lis, at=MONDAY)
    return {one.number: (one.verdict, one.says[0] if one.says else "") for one in report.lines}


def listed(cast: Cast, file: CaseloadFile, *, only_good: bool = False) -> BroughtCandidates:
    return actions.bring_candidates_in(file=file, only_good=only_good, by=cast.pia, at=MONDAY)


def seated(cast: Cast, file: CaseloadFile, *, only_good: bool = False) -> BroughtStaff:
    return actions.bring_staff_in(file=file, only_good=only_good, by=cast.lis, at=MONDAY)


def on_list(cast: Cast) -> list[tuple[str, str, bool | None]]:
    rows = Candidate.objects.filter(project=cast.project).order_by("person__sort_key")
    return [(one.person.name, one.target_group, one.vocational_education) for one in rows.select_related("person")]


def test_a_list_is_brought_in_put_right_and_brought_again(cast: Cast) -> None:
    lines = [f"Vera;Lind;{VERA};1.3;nej", f"Ida;Lind;{IDA};;"]
    assert listed(cast, laid(cast, FileKind.CANDIDATES, *lines)) == BroughtCandidates(2, 0, 0, 0)
    assert on_list(cast) == [("Ida Lind", "", None), ("Vera Lind", "§ 1 nr. 3", False)]
    assert listed(cast, laid(cast, FileKind.CANDIDATES, *lines)) == BroughtCandidates(0, 0, 2, 0)
    assert might(cast, f"Ida;Lind;{IDA};§ 1 nr. 5;ja") == {
        2: (Verdict.CHANGED, "Målgruppe: fra intet til § 1 nr. 5.")
    }
    listed(cast, laid(cast, FileKind.CANDIDATES, f"Ida;Lind;{IDA};§ 1 nr. 5;ja", f"Vera;Lind;{VERA};;"))
    assert on_list(cast) == [("Ida Lind", "§ 1 nr. 5", True), ("Vera Lind", "§ 1 nr. 3", False)]
    assert Entry.objects.filter(act="candidate.register", actor=cast.pia.pk).count() == 2
    assert Entry.objects.filter(act="candidate.change", actor=cast.pia.pk).count() == 1


def test_all_of_the_lines_or_only_the_good_ones_and_the_numbers_of_the_others_are_kept(cast: Cast) -> None:
    bad = f"Ida;Lind;{IDA};2.99;"
    file = laid(cast, FileKind.CANDIDATES, bad, f"Vera;Lind;{VERA};;", "Per;;310290-1234;;", "Ole;Dam")
    with pytest.raises(NotPossible):
        listed(cast, file)
    assert on_list(cast) == []
    assert listed(cast, file, only_good=True) == BroughtCandidates(1, 0, 0, 3)
    file.refresh_from_db()
    assert (file.content, file.brought, file.left_out) == ("", 1, "2, 4, 5")
    again = laid(cast, FileKind.CANDIDATES, bad.replace("2.99", "1.3"), f"Vera;Lind;{VERA};;")
    assert listed(cast, again) == BroughtCandidates(1, 0, 1, 0)


def test_unknown_codes_and_numbers_that_cannot_be_say_what_to_do(cast: Cast) -> None:
    lines = (f"Ida;;{IDA};2.99;", "Per;;310290-1234;;", f"Vera;;{VERA};;måske", "Bo;;010190;;", f"{IDA};;{IDA};;")
    assert might(cast, *lines) == {
        2: (Verdict.UNKNOWN, "Målgruppen “2.99” kender vi ikke. Skriv den som § 1 nr. 3."),
        3: (Verdict.BAD, "Datoen i CPR-nummeret findes ikke. Se de første seks cifre efter."),
        4: (Verdict.BAD, "Skriv ja eller nej til erhvervsuddannelse, eller lad feltet stå tomt."),
        5: (Verdict.BAD, "Skriv alle ti cifre i CPR-nummeret, fx 010190-1234."),
        6: (Verdict.BAD, "CPR-nummeret står også i navnet. Der må det ikke stå."),
    }


def test_one_person_in_two_spellings_is_shown_before_she_is_two(cast: Cast) -> None:
    actions.put_up(project=cast.project, told=Told("Vera", "Lind", VERA), by=cast.pia, at=MONDAY)
    typo = VERA[:6] + "1243"
    lines = [f"Wera;Lind;{typo};;", f"Ida;Dam;{IDA};;", f"Ida;Holm;{IDA};;", f"Vera;Holm;{VERA};;"]
    assert might(cast, *lines) == {
        2: (Verdict.ALIKE, "Født samme dag og næsten samme navn som Vera Lind på listen. Er det den samme?"),
        3: (Verdict.BAD, "Samme nummer har flere navne. Se linje 3, 4."),
        4: (Verdict.BAD, "Samme nummer har flere navne. Se linje 3, 4."),
        5: (Verdict.BAD, "På listen står navnet Vera Lind ved det nummer. Ret det, der er forkert."),
    }
    assert listed(cast, laid(cast, FileKind.CANDIDATES, lines[0]), only_good=True).left_out == 1
    assert [name for name, *_rest in on_list(cast)] == ["Vera Lind"]
    assert listed(cast, laid(cast, FileKind.CANDIDATES, lines[0])).new == 1
    assert [name for name, *_rest in on_list(cast)] == ["Vera Lind", "Wera Lind"]


def test_that_somebody_sits_at_a_table_is_a_secret_and_a_look(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(cpr=VERA)
    sheet = read(f"{MIGHT}\nAmina;Yusuf;{VERA};;", CANDIDATES)
    report = check_candidates(sheet=sheet, project=cast.project, at=MONDAY)
    assert report.lines[0].says[0] == "Personen kan ikke skrives op her. Tal med din projektleder."
    assert report.met == (cast.aminas_table.pk,)


def test_lis_brings_a_list_of_colleagues_once_and_no_file_gives_a_login(cast: Cast) -> None:
    logins = Login.objects.count()
    lines = [KAREN, KAREN.replace("Sagsbehandler", "Visitator"), "Per;Holst;;Fagperson;Sundhed;;;"]
    assert seated(cast, laid(cast, FileKind.STAFF, *lines)) == BroughtStaff(3, 0, 0, 2)
    karen = Person.objects.get(given_name="Karen")
    held = Office.objects.filter(person=karen).order_by("role").values_list("role", "project")
    assert list(held) == [("caseworker", cast.project.pk), ("intake", cast.project.pk)]
    assert (karen.phone, karen.reachable, karen.title) == ("20 00 00 91", "man 9–12", "Rådgiver")
    assert Notices.objects.get(person=karen).email == "karen@fjordby.example"
    assert Office.objects.get(person__given_name="Per").department == "health"
    assert seated(cast, laid(cast, FileKind.STAFF, *lines)) == BroughtStaff(0, 3, 0, 0)
    assert Login.objects.count() == logins
    given = Entry.objects.filter(act="office.give", actor=cast.lis.pk)
    assert given.count() == 3


def test_nobody_gets_an_office_by_a_name_alone_and_lis_none_from_herself(cast: Cast) -> None:
    people.choose_notices(
        person=cast.lis, way=Wish.EMAIL, email="lis@fjordby.example", reminders=False, by=cast.lis, at=MONDAY
    )
    people.choose_notices(
        person=cast.bo, way=Wish.EMAIL, email="bo@fjordby.example", reminders=False, by=cast.bo, at=MONDAY
    )
    lis, bo, ole = cast.lis, cast.bo, cast.ole
    before = Office.objects.count()
    said = team(
        cast,
        f"{lis.given_name};{lis.family_name};;Sagsbehandler;;LIS@fjordby.example;;",
        f"{bo.given_name};{bo.family_name};;Visitator;;bo@fjordby.example;;",
        f"{ole.given_name};{ole.family_name};;Visitator;;;;",
        "Karen;Dam;;Projektleder;;;;",
        "Karen;Friis;;Konge;;;;",
    )
    assert said == {
        2: (Verdict.BAD, "Du kan ikke give dig selv et hverv."),
        3: (Verdict.NEW, f"{bo.name} arbejder her allerede og får også dette hverv."),
        4: (
            Verdict.BAD,
            "En med det navn arbejder her allerede. Er det den samme, så vælg personen under Få en ny på holdet.",
        ),
        5: (Verdict.BAD, "Det hverv giver jeres administrator."),
        6: (Verdict.UNKNOWN, "Hvervet “Konge” kender vi ikke. Skriv Sagsbehandler, Fagperson, Visitator."),
    }
    assert Office.objects.count() == before


def test_colleagues_in_two_spellings_and_with_two_mails_are_shown(cast: Cast) -> None:
    seated(cast, laid(cast, FileKind.STAFF, KAREN))
    said = team(
        cast,
        "Karin;Dam;;Visitator;;karen@fjordby.example;;",
        "Karin;Dam;;Fagperson;;;;",
        "Carl;Vinther;;Fagperson;;;;",
        "Karl;Winther;;Fagperson;;;;",
        "Eva;Bro;;Fagperson;;eva.bro@fjordby.example;20 00 00 92;",
        "Ib;Bro;;Fagperson;;ib(at)fjordby;;",
    )
    assert {number: verdict for number, (verdict, _says) in said.items()} == {
        2: Verdict.BAD,
        3: Verdict.BAD,
        4: Verdict.ALIKE,
        5: Verdict.ALIKE,
        6: Verdict.BAD,
        7: Verdict.BAD,
    }
    assert said[2][1] == "Samme navn står med og uden mail, eller med flere. Se linje 2, 3."
    assert said[4][1] == "Navnet ligner linje 5: Karl Winther. Er det den samme?"
    assert said[6][1] == "Skriv både telefon og træffetid, eller lad begge felter stå tomme."
    alone = team(cast, "Karin;Dam;;Visitator;;karen@fjordby.example;;", "Karin;Damm;;Fagperson;;;;")
    assert alone[2][1] == "Mailen hører i forvejen til Karen Dam. Er det den samme, så skriv navnet som her."
    assert alone[3] == (Verdict.ALIKE, "Navnet ligner Karen Dam, som er her allerede.")


@pytest.mark.parametrize("column", ["Adgangskode", "CPR-nr.", "Password"])
def test_a_list_of_colleagues_with_passwords_or_cpr_numbers_is_not_kept(cast: Cast, column: str) -> None:
    content = f"Fornavn;Hverv;{column}\nKaren;Sagsbehandler;x\n".encode()
    with pytest.raises(Unreadable, match=f"Kolonnen {column} må ikke være i filen"):
        lay_up(project=cast.project, content=content, kind=FileKind.STAFF, by=cast.lis, at=MONDAY)
    assert not CaseloadFile.objects.exists()


def test_a_list_costs_the_same_questions_for_one_and_for_many_colleagues(
    cast: Cast, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        team(cast, *(f"Nogen{n};Nr;;Fagperson;;nr{n}@fjordby.example;;" for n in range(50)))
