"""A file of benefits: every line has its verdict before anything is written, and the same file twice is once."""

import io
from datetime import timedelta

import pytest

from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions import BroughtBenefits, bring_benefits_in, forget_old, lay_up
from bordenden.intake.models import BenefitPeriod, Candidate, CaseloadFile
from bordenden.intake.queries import BENEFITS, Unreadable, check_benefits, open_file, read
from bordenden.intake.words import FileKind
from bordenden.people.models import Person
from progression.errors import MissingPackage
from tests.cast import MONDAY, Cast
from tests.intake.history import BY_WEEKS, IDA, VERA, benefits, lived_on, periods, written_up

MODULUS = "Nummeret består ikke modulus 11. Se det efter en ekstra gang."
NAMES = "CPR;Fornavn;Efternavn;Ydelse;Fra;Til"


def bring(cast: Cast, file: CaseloadFile, *, only_good: bool = False) -> BroughtBenefits:
    return bring_benefits_in(file=file, only_good=only_good, by=cast.pia, at=MONDAY)


def laid(cast: Cast, content: bytes) -> CaseloadFile:
    return lay_up(project=cast.project, content=content, kind=FileKind.BENEFITS, by=cast.pia, at=MONDAY)


def checked(cast: Cast, *lines: str, headings: str = "CPR;Ydelse;Fra;Til") -> dict[int, tuple[str, str]]:
    """Each line's verdict and what it says, by its number in the file. No number here passes modulus 11: nobody has it."""
    sheet = read("\n".join([headings, *lines]), BENEFITS)
    report = check_benefits(sheet=sheet, project=cast.project, at=MONDAY).report
    return {
        one.number: (one.verdict.value, " ".join(words for words in one.says if words != MODULUS))
        for one in report.lines
    }


def test_a_file_of_days_is_written_once_and_the_text_is_gone(cast: Cast) -> None:
    vera = written_up(cast)
    lines = (f"{VERA};kontanthjælp;01-02-2020;31.12.2022", f"{VERA};Ressourceforløbsydelse;2023-01-01;")
    file = benefits(cast, *lines)
    assert not BenefitPeriod.objects.exists()
    assert bring(cast, file) == BroughtBenefits(new=2, changed=0, overlap=0, same=0, left_out=0, candidates=0)
    stands = [("cash_benefit", "2020-02-01", "2022-12-31"), ("resource_programme_benefit", "2023-01-01", "")]
    assert periods(vera) == stands
    assert Entry.objects.filter(act="candidate.benefits", thing=vera.pk, actor=cast.pia.pk).count() == 1
    file.refresh_from_db()
    assert file.content == ""
    with pytest.raises(NotPossible, match="ikke her mere"):
        bring(cast, file)
    again = bring(cast, benefits(cast, *lines))
    assert (again.same, again.new, periods(vera)) == (2, 0, stands)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_every_habit_of_excel_is_read_for_benefits_too(cast: Cast, encoding: str) -> None:
    vera = written_up(cast)
    headings = "sep=,\r\nCPR-nr,Ydelsestype,Fra og med,Til og med"
    bring(cast, benefits(cast, f"{VERA},kontanthjælp,01-02-2020,28-02-2020", headings=headings, encoding=encoding))
    assert periods(vera) == [("cash_benefit", "2020-02-01", "2020-02-28")]


def test_weeks_that_follow_each_other_are_one_period_and_the_next_file_makes_it_longer(cast: Cast) -> None:
    vera = written_up(cast)
    first = [f"{VERA};2020-W52;K02", f"{VERA};202053;k02", f"{VERA};2021-U01;K02", f"{VERA};2021W03;K02"]
    bring(cast, benefits(cast, *first, headings=BY_WEEKS))
    assert periods(vera) == [
        ("cash_benefit", "2020-12-21", "2021-01-10"),
        ("cash_benefit", "2021-01-18", "2021-01-24"),
    ]
    brought = bring(cast, benefits(cast, *first, f"{VERA};2021-W04;K02", f"{VERA};2021-W05;000", headings=BY_WEEKS))
    assert (brought.new, brought.same) == (1, 5)
    assert periods(vera)[1] == ("cash_benefit", "2021-01-18", "2021-01-31")


def test_a_week_in_which_a_benefit_came_into_being_begins_with_it(cast: Cast) -> None:
    """Uddannelseshjælp is from 1 January 2014, a Wednesday: the week's Monday was before it."""
    vera = written_up(cast)
    bring(cast, benefits(cast, f"{VERA};2014-W01;U01", f"{VERA};2014-W02;U01", headings=BY_WEEKS))
    assert periods(vera) == [("education_benefit", "2014-01-01", "2014-01-12")]


def test_each_line_says_what_it_would_do(cast: Cast) -> None:
    lived_on(written_up(cast), "cash_benefit", "2020-02-01", "2020-06-30")
    lived_on(written_up(cast, IDA, "Ida Dam"), "cash_benefit", "2020-02-01")
    said = checked(
        cast,
        f"{VERA};kontanthjælp;01-02-2020;30-06-2020",
        f"{IDA};kontanthjælp;01-02-2020;31-08-2021",
        f"{VERA};sygedagpenge;01-06-2020;15-07-2020",
        f"{VERA};SU;01-09-2020;",
        f"{VERA};SU;01-09-2020;",
        "0303701234;kontanthjælp;01-02-2020;",
        f"{VERA};lottogevinst;01-02-2020;",
    )
    assert said == {
        2: ("same", ""),
        3: ("changed", "Sidste dag bliver: 31. august 2021. Før stod der: løber endnu."),
        4: ("overlap", "Overlapper med kontanthjælp, 1. februar 2020 til 30. juni 2020."),
        5: ("new", ""),
        6: ("same", "Det samme står på linje 5."),
        7: ("unknown", "Nummeret står ikke på listen over dem, der måske kan være med."),
        8: ("unknown", "Ydelsen “lottogevinst” kender vi ikke. Skriv for eksempel kontanthjælp."),
    }


def test_broken_off_in_the_middle_nothing_is_written_and_the_same_file_is_brought_in_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last thing written breaks: the file still lies there, and confirmed once more all of it is there once."""
    vera = written_up(cast)
    file = benefits(cast, f"{VERA};SU;01-01-2021;", f"{VERA};kontanthjælp;01-02-2020;30-06-2020")

    def breaks(**_what: object) -> None:
        raise ConnectionError

    with monkeypatch.context() as broken:
        broken.setattr("bordenden.intake.actions.benefits.record_all", breaks)
        with pytest.raises(ConnectionError):
            bring(cast, file)
    assert periods(vera) == []
    assert bring(cast, file).new == 2
    assert [period[0] for period in periods(vera)] == ["cash_benefit", "student_grant"]
    assert bring(cast, benefits(cast, f"{VERA};SU;01-01-2021;")).same == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("3102801234;SU;01-09-2020;", "Datoen i CPR-nummeret findes ikke"),
        (f"{VERA};SU;31-02-2020;", "Den første dag kan ikke læses"),
        (f"{VERA};SU;01-09-2020;i dag", "Den sidste dag kan ikke læses"),
        (f"{VERA};SU;01-09-2020;31-08-2020", "slutter, før den begynder"),
        (f"{VERA};SU;03-03-2026;", "Den første dag ligger i fremtiden"),
        (f"{VERA};SU;01-09-2020;03-03-2026", "Lad den stå tom"),
        (f"{VERA};SU;01-01-1980;", "før borgeren er født"),
        (f"{VERA};uddannelseshjælp;01-12-2013;", "Der var ingen uddannelseshjælp den dag"),
        (f"{VERA};SU;01-09-2020", "ikke samme antal felter"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_of_it_is_written(cast: Cast, line: str, says: str) -> None:
    vera = written_up(cast)
    verdict, sentence = checked(cast, line)[2]
    assert verdict == "impossible"
    assert says in sentence
    file = benefits(cast, line, f"{VERA};SU;01-01-2021;")
    with pytest.raises(NotPossible, match="Ret filen, eller hent kun de andre"):
        bring(cast, file)
    assert periods(vera) == []
    assert (bring(cast, file, only_good=True).left_out, periods(vera)) == (1, [("student_grant", "2021-01-01", "")])


def test_a_number_to_look_at_again_is_said_once_and_keeps_nobody_out(cast: Cast) -> None:
    written_up(cast)
    lines = (f"{VERA[1:]};SU;01-01-2021", f"{VERA};kontanthjælp;01-01-2020")
    sheet = read("\n".join(["CPR;Ydelse;Fra", *lines]), BENEFITS)
    plan = check_benefits(sheet=sheet, project=cast.project, at=MONDAY)
    first, second = plan.report.lines
    assert (first.verdict, second.verdict, len(plan.new)) == ("overlap", "new", 2)
    assert first.says[:2] == [
        "CPR-nummeret havde ni cifre. Vi har sat et nul foran, som Excel ofte fjerner.",
        MODULUS,
    ]
    assert second.says == []


def test_lines_that_contradict_each_other_are_for_people_to_settle(cast: Cast) -> None:
    written_up(cast)
    days = checked(cast, f"{VERA};SU;01-01-2021;", f"{VERA};SU;01-01-2021;01-02-2021")
    assert days == dict.fromkeys((2, 3), ("impossible", "Samme ydelse har flere slutdage. Se linje 2, 3."))
    weeks = checked(cast, f"{VERA};202101;K01", f"{VERA};2021-W01;U01", headings=BY_WEEKS)
    assert weeks[3] == ("impossible", "Samme uge har flere koder. Se linje 2, 3.")
    assert checked(cast, f"{VERA};2021-W53;K01", f"{VERA};2021-W02;X9", headings=BY_WEEKS) == {
        2: ("impossible", "Ugen findes ikke. Skriv den som 2014-W01 eller 201401."),
        3: ("unknown", "Koden “X9” kender vi ikke."),
    }


def test_a_file_that_names_them_writes_new_candidates_up_and_keeps_others_a_secret(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(cpr="0303701234")
    lines = (f"{IDA};Ida;Dam;kontanthjælp;01-02-2020;", "0303701234;Amina;Yusuf;SU;01-02-2020;")
    sheet = read("\n".join([NAMES, *lines]), BENEFITS)
    plan = check_benefits(sheet=sheet, project=cast.project, at=MONDAY)
    assert plan.report.met == (cast.aminas_table.pk,)
    secret = checked(cast, *lines, headings=NAMES)[3]
    assert secret == ("unknown", "Personen kan ikke skrives op her. Tal med din projektleder.")
    brought = bring(cast, benefits(cast, *lines, headings=NAMES), only_good=True)
    assert (brought.candidates, brought.left_out) == (1, 1)
    ida = Candidate.objects.get()
    assert (ida.person.name, periods(ida)) == ("Ida Dam", [("cash_benefit", "2020-02-01", "")])
    spelt = checked(cast, "0404851234;Åse;Ø;SU;01-02-2020;", "0404851234;Aase;Ø;SU;01-03-2020;", headings=NAMES)
    assert spelt[2] == ("impossible", "Samme nummer har flere navne. Se linje 2, 3.")


def test_what_is_stored_about_a_newcomer_is_shown_to_nobody_and_written_over_by_nobody(cast: Cast) -> None:
    """Vera's candidacy is over: Pia may write her up anew, but reads nothing of what she lived on before."""
    vera = written_up(cast)
    lived_on(vera, "cash_benefit", "2020-02-01", "2020-06-30")
    lived_on(vera, "student_grant", "2021-01-01")
    lines = [
        f"{VERA};Vera;Lind;kontanthjælp;01-02-2020;31-08-2020",
        f"{VERA};Vera;Lind;SU;01-01-2021;",
        f"{VERA};Vera;Lind;sygedagpenge;01-06-2020;15-07-2020",
    ]
    assert "Før stod der: 30. juni 2020." in checked(cast, *lines, headings=NAMES)[2][1]
    Candidate.objects.filter(pk=vera.pk).update(closed_at=MONDAY, ended_as="declined")
    own = "Overlapper med linje 2: kontanthjælp, 1. februar 2020 til 31. august 2020."
    assert checked(cast, *lines, headings=NAMES) == {
        2: ("new", "Borgeren skrives op på listen. Se ydelserne igennem bagefter."),
        3: ("new", ""),
        4: ("overlap", own),
    }
    other_name = checked(cast, f"{VERA};Eva;Dam;SU;01-02-2022;", headings=NAMES)
    assert other_name[2] == ("unknown", "Personen kan ikke skrives op her. Tal med din projektleder.")
    brought = bring(cast, benefits(cast, *lines, headings=NAMES))
    assert (brought.candidates, brought.left_out, brought.same) == (1, 1, 1)
    assert periods(vera) == [
        ("cash_benefit", "2020-02-01", "2020-06-30"),
        ("sickness_benefit", "2020-06-01", "2020-07-15"),
        ("student_grant", "2021-01-01", ""),
    ]


def test_weeks_are_held_against_the_right_one_of_many_stored_periods(cast: Cast) -> None:
    vera = written_up(cast)
    for first, last in (("2020-01-06", "2020-03-01"), ("2020-01-13", "2020-01-19"), ("2020-05-04", "")):
        lived_on(vera, "cash_benefit", first, last)
    lived_on(vera, "student_grant", "2019-12-30", "2020-01-05")
    weeks = ("2020-W05;K02", "2020-W10;K02", "2020-W12;K02", "2020-W30;K02", "2020-W01;000", "2020-W11;000")
    said = checked(cast, *(f"{VERA};{week}" for week in weeks), headings=BY_WEEKS)
    assert [said[line][0] for line in range(2, 8)] == ["same", "new", "new", "same", "overlap", "same"]
    assert "Der står SU i forvejen" in said[6][1]
    bring(cast, benefits(cast, *(f"{VERA};{week}" for week in weeks), headings=BY_WEEKS))
    assert periods(vera)[1:] == [
        ("cash_benefit", "2020-01-06", "2020-03-08"),
        ("cash_benefit", "2020-01-13", "2020-01-19"),
        ("cash_benefit", "2020-03-16", "2020-03-22"),
        ("cash_benefit", "2020-05-04", ""),
    ]


def test_a_bad_line_never_hides_a_good_one_and_it_is_checked_anew_when_written(cast: Cast) -> None:
    """Between Pia's look and her yes Vera's course began: her lines are strangers' now, Ida's are as good as before."""
    vera, ida = written_up(cast), written_up(cast, IDA, "Ida Dam")
    file = benefits(cast, f"{VERA};SU;01-02-2020;", f"{IDA};SU;01-02-2020;")
    Candidate.objects.filter(pk=vera.pk).update(closed_at=MONDAY, ended_as="enrolled")
    with pytest.raises(NotPossible, match="som ikke kan hentes"):
        bring(cast, file)
    bring(cast, file, only_good=True)
    assert (periods(vera), periods(ida)) == ([], [("student_grant", "2020-02-01", "")])


def test_a_file_of_each_kind_lies_beside_the_other_and_both_are_gone_after_a_day(cast: Cast) -> None:
    written_up(cast)
    file, tomorrow = benefits(cast, f"{VERA};SU;01-02-2020;"), MONDAY + timedelta(hours=24)
    found = open_file(owner=cast.pia, project=cast.project, kind=FileKind.BENEFITS, at=MONDAY)
    assert (found, open_file(owner=cast.pia, project=cast.project, at=MONDAY)) == (file, None)
    assert open_file(owner=cast.pia, project=cast.project, kind=FileKind.BENEFITS, at=tomorrow) is None
    assert forget_old(by=cast.pia, at=tomorrow) == 1
    file.refresh_from_db()
    assert file.content == ""


@pytest.mark.parametrize(
    ("headings", "says"),
    [
        ("CPR;Ydelse", "mangler kolonnen: Fra"),
        ("CPR;Uge", "mangler kolonnen: Kode"),
        ("CPR;Ydelse;Fra;Uge;Kode", "både datoer og uger"),
    ],
)
def test_what_columns_are_needed_is_said(cast: Cast, headings: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        benefits(cast, ";;;;", f"{VERA};x;x;x;x", headings=headings)


def test_parquet_is_read_as_well_and_a_broken_one_says_so(cast: Cast) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    vera = written_up(cast)
    columns = {
        "cpr": [VERA, VERA],
        "ydelse": ["kontanthjælp", "SU"],
        "fra": arrow.array([18_293, 18_500], type=arrow.date32()),
        "til": arrow.array([18_400, None], type=arrow.date32()),
    }
    content = io.BytesIO()
    parquet.write_table(arrow.table(columns), content)
    bring(cast, laid(cast, content.getvalue()))
    assert periods(vera) == [("cash_benefit", "2020-02-01", "2020-05-18"), ("student_grant", "2020-08-26", "")]
    with pytest.raises(Unreadable, match="kan ikke læses"):
        laid(cast, content.getvalue()[:-40])


def test_a_small_parquet_file_that_holds_a_very_large_text_is_refused(cast: Cast) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    content = io.BytesIO()
    long = arrow.DictionaryArray.from_arrays(arrow.array([0] * 50_000), ["x" * 100_000])
    parquet.write_table(arrow.table({"cpr": long}), content)
    assert len(content.getvalue()) < 2_000_000
    with pytest.raises(Unreadable, match="meget langt"):
        laid(cast, content.getvalue())


@pytest.mark.parametrize(
    ("names", "kind", "pack", "says"),
    [
        (["cpr"] * 498 + ["ydelse", "fra"], "string", "snappy", "Kolonnen står der to gange: CPR"),
        ([f"x{number}" for number in range(500)], "string", "snappy", "mangler kolonnen"),
        ([f"x{number}" for number in range(501)], "string", "snappy", "for mange kolonner"),
        (["cpr", "ydelse", "fra"], "binary", "snappy", "hverken tekst, tal eller dato"),
        (["cpr", "ydelse", "fra"], "string", "zstd", "Gem den med snappy"),
        (["cpr", "ydelse", "fra", "til", "fornavn", "efternavn"], "string", "snappy", "for stor"),
    ],
)
def test_a_small_parquet_file_that_unpacks_to_a_very_large_one_is_refused_unread(
    cast: Cast, names: list[str], kind: str, pack: str, says: str
) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    word = arrow.array(["x" * 190], type=getattr(arrow, kind)())
    column = arrow.DictionaryArray.from_arrays(arrow.array([0] * 20_000, type=arrow.int32()), word)
    content = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays([column] * len(names), names=names), content, compression=pack)
    assert len(content.getvalue()) < 2_000_000
    with pytest.raises(Unreadable, match=says):
        laid(cast, content.getvalue())


def test_where_the_engine_is_not_installed_parquet_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str, _need: str) -> None:
        raise MissingPackage

    monkeypatch.setattr("bordenden.intake.queries.columns.package", nothing)
    with pytest.raises(Unreadable, match="Gem filen som CSV"):
        laid(cast, b"PAR1...")
