"""The word `eligibility`: what it writes, what it says of bad rows, and that a refused file leaves nothing behind."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

import progression.results
from progression.errors import MissingPackage

pytestmark = pytest.mark.once

GOOD = """person,benefit,starts_on,ends_on
mie,cash_benefit,2012-10-01,2013-05-31
mie,cash_benefit,2013-07-01,
bo,resource_programme_benefit,2014-07-15,
sara,sickness_benefit,2014-01-01,2014-02-28
"""
PERSONS = """person,born_on,vocational_education
mie,1990-04-02,nej
bo,1985-01-01,ja
sara,1990-01-01,
lis,1980-01-01,
"""


def asked(folder: Path, histories: str | bytes, *more: str, persons: str = PERSONS, name: str = "in.csv") -> str:
    """What is printed, the complaints too; the answers are in `out.csv`."""
    content = histories if isinstance(histories, bytes) else histories.encode()
    (folder / name).write_bytes(content)
    (folder / "persons.csv").write_text(persons)
    said = StringIO()
    options = ["--on", "2014-10-15", "--out", str(folder / "out.csv"), "--persons", str(folder / "persons.csv")]
    try:
        call_command("eligibility", str(folder / name), *options, *more, stdout=said, stderr=said)
    except CommandError as refused:
        said.write(str(refused))
    return said.getvalue()


def answers(folder: Path, *columns: str) -> dict[str, Any]:
    with (folder / "out.csv").open() as file:
        return {row["person"]: tuple(row[name] for name in columns) for row in csv.DictReader(file)}


def test_everybody_gets_one_answer_with_the_rule_that_decided(tmp_path: Path) -> None:
    said = asked(tmp_path, GOOD)
    assert said.splitlines()[:2] == ["Læser in.csv …", "Læst: 4 rækker."]
    assert said.splitlines()[-1] == "4 personer er skrevet i out.csv."
    assert answers(tmp_path, "eligible", "rule", "track_belongs", "first_eligible_on", "reset_month") == {
        "bo": ("true", "resource_programme_skilled", "job", "2014-07-15", ""),
        "lis": ("false", "no_benefit", "job", "", ""),
        "mie": ("false", "not_long_enough", "udd", "2015-07-01", "2013-06-01"),
        "sara": ("false", "no_benefit", "", "", ""),
    }


@pytest.mark.parametrize(
    "file",
    [
        "\ufeff".encode() + GOOD.replace(",", ";").replace("\n", "\r\n").encode(),
        ("sep=;\n" + GOOD.replace(",", ";")).replace("\n", "\r\n").encode(),
        ("sep=;\r\n" + GOOD.replace(",", ";")).encode(),
        GOOD.replace(",", "\t").encode("utf-16"),
        GOOD.replace("\n", ",,\n").encode(),
        GOOD.replace("\n", ",x\n").replace("ends_on,x", "ends_on,cut").encode(),
        GOOD.replace("2012-10-01", "01-10-2012").encode(),
        (GOOD + "børge,cash_benefit,2014-10-01,\n").encode("cp1252"),
        GOOD.replace("mie,cash_benefit,2012", "\n mie ,cash_benefit,2012").encode(),
    ],
)
def test_what_excel_makes_of_a_file_is_the_same_file(tmp_path: Path, file: bytes) -> None:
    asked(tmp_path, file)
    found = answers(tmp_path, "first_eligible_on", "left_out")
    assert (found["mie"], found["bo"]) == (("2015-07-01", "0"), ("2014-07-15", "0"))
    assert found.get("børge", ("2016-10-01", "0")) == ("2016-10-01", "0")


BAD = GOOD + (
    "\n"  # line 6 is empty: the lines after it are still the file's own
    "mie,lottery,2014-01-01,\n"
    "mie,cash_benefit,2014-02-30,\n"
    "mie,cash_benefit,2014-02-02,2014-02-01\n"
    "mie,cash_benefit,2999-01-01,\n"
    "mie,education_benefit,2013-06-01,\n"
    ",cash_benefit,2014-01-01,\n"
    "mie,cash_benefit,2014-01-01,,,\n"
    "ole,cash_benefit,2014-09"
)


def test_each_bad_row_is_named_by_its_line_and_nothing_is_written(tmp_path: Path) -> None:
    said = asked(tmp_path, BAD)
    assert said.splitlines()[2:11] == [
        "in.csv, linje 7: koden er ukendt",
        "in.csv, linje 8: datoen er ingen dato",
        "in.csv, linje 9: perioden slutter, før den begynder",
        "in.csv, linje 10: dagen ligger i fremtiden",
        "in.csv, linje 11: ydelsen fandtes ikke den dag",
        "in.csv, linje 12: der står ikke, hvem det er",
        "in.csv, linje 13: rækken har for mange felter",
        "in.csv, linje 14: rækken er for kort; er filen hel?",
        "I alt 8 rækker: 1 × rækken er for kort; er filen hel?; 1 × perioden slutter, før den begynder; "
        "1 × dagen ligger i fremtiden; 1 × der står ikke, hvem det er; 1 × datoen er ingen dato; "
        "1 × ydelsen fandtes ikke den dag; 1 × koden er ukendt; 1 × rækken har for mange felter.",
    ]
    assert said.splitlines()[-1].startswith("Intet er skrevet.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "persons.csv"]


def test_a_bad_row_hides_no_good_one_and_is_counted_where_it_was_left_out(tmp_path: Path) -> None:
    asked(tmp_path, BAD, "--only-good")
    found = answers(tmp_path, "first_eligible_on", "left_out")
    assert found == {
        "bo": ("2014-07-15", "0"),
        "lis": ("", "0"),
        "mie": ("2015-07-01", "5"),
        "ole": ("", "1"),
        "sara": ("", "0"),
    }


def test_weeks_are_named_by_line_too(tmp_path: Path) -> None:
    weeks = "person;week;code\nmie;2013-W53;K02\nmie;2014-W41;K02\nmie;2014-W42;Q99\nmie;2014-W40;000\nmie;201"
    said = asked(tmp_path, weeks, "--weeks")
    assert said.splitlines()[2:5] == [
        "in.csv, linje 2: ugen er ingen uge",
        "in.csv, linje 4: koden er ukendt",
        "in.csv, linje 6: rækken er for kort; er filen hel?",
    ]
    asked(tmp_path, weeks, "--weeks", "--only-good")
    assert answers(tmp_path, "spell_start", "left_out")["mie"] == ("2014-10-06", "3")


def test_the_persons_are_checked_as_well(tmp_path: Path) -> None:
    persons = "person,born_on,vocational_education\nmie,1990-04-31,nej\nbo,1985-01-01,måske\nole,2014-10-16,\n"
    said = asked(tmp_path, GOOD, persons=persons + "lis,1980-01-01,\nlis,1981-01-01,\n")
    assert said.splitlines()[2:7] == [
        "persons.csv, linje 2: datoen er ingen dato",
        "persons.csv, linje 3: svaret er ikke et af dem, der kan stå her",
        "persons.csv, linje 4: fødselsdagen ligger efter visitationen",
        "persons.csv, linje 5: personen står der flere gange",
        "persons.csv, linje 6: personen står der flere gange",
    ]


def test_no_number_of_anybody_is_printed(tmp_path: Path) -> None:
    """A bad row of hers, one that cannot be read, and no day to ask about: none of it says who she is."""
    row, persons = "cash_benefit,2014-02-30,", "person,referred_on\n0101900001,\n"
    said = asked(
        tmp_path, f"person,benefit,starts_on,ends_on\n0101900001,{row}\n0101900001,{row},,\n", persons=persons
    )
    assert ("in.csv, linje 2: datoen er ingen dato" in said.splitlines(), "0101900001" in said) == (True, False)
    (tmp_path / "good.csv").write_text("person,benefit,starts_on,ends_on\n0101900001,cash_benefit,2014-02-01,\n")
    with pytest.raises(CommandError, match="No day of referral for 1 of 1 persons") as refused:
        call_command("eligibility", str(tmp_path / "good.csv"), "--out", str(tmp_path / "out.csv"), stdout=StringIO())
    assert "0101900001" not in str(refused.value)


def test_who_it_is_never_begins_a_formula(tmp_path: Path) -> None:
    names = ["=1+1", "+45", "-x", "@a", "\ta", "\u200b=1", "\uff1d1", "mie-2", "010190+0001"]
    rows = "".join(f"{name},cash_benefit,2014-01-01,\n" for name in names)
    asked(tmp_path, "person,benefit,starts_on,ends_on\n" + rows, persons="person\n")
    written = {f"'{name}" for name in names[:-2]} | set(names[-2:])
    assert set(answers(tmp_path, "rule")) == written


def test_one_person_under_two_spellings_is_one(tmp_path: Path) -> None:
    asked(
        tmp_path,
        "person,benefit,starts_on,ends_on\n010190-0001,cash_benefit,2012-01-01,2013-06-30\n"
        "0101900001,cash_benefit,2013-07-01,\n",
        persons="person,born_on,vocational_education\n010190 0001,1990-01-01,nej\n",
    )
    assert answers(tmp_path, "rule", "spell_start") == {"0101900001": ("two_years", "2012-01-01")}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("in.csv", b"", "Filen er der ikke, er tom eller kan ikke læses til ende. Intet er skrevet."),
        ("in.csv", b"person,benefit,starts_on\n", "En kolonne mangler eller står der to gange. Intet er skrevet."),
        ("in.parquet", b"PAR1 half", "Filen er der ikke, er tom eller kan ikke læses til ende. Intet er skrevet."),
        (
            "in.csv",
            (GOOD + 'ole,"cash_benefit,2014-01-01,\nlis,cash_benefit,2014-01-01,\n').encode(),
            "line 6: a quotation mark is not closed.",
        ),
        ("in.xls", b"x", "Det kan ikke lade sig gøre. Intet er skrevet."),
    ],
)
def test_a_file_that_is_none_is_said_so(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    assert said in asked(tmp_path, content, name=name)
    assert not (tmp_path / "out.csv").exists()


def test_without_the_set_stats_there_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("progression.results.importlib.import_module", absent)
    with pytest.raises(MissingPackage):
        progression.results.package("duckdb", "A whole file")
    assert asked(tmp_path, GOOD).splitlines()[1:] == [
        "Det kræver tilvalget stats. Installér bordenden[stats]. Intet er skrevet.",
        "(A whole file needs duckdb: install the set stats (bordenden[stats]).)",
    ]
