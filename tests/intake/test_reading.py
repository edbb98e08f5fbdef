"""Every habit of Excel is read; what cannot be read says what to do."""

import pytest

from bordenden.intake.queries import Unreadable, decoded, read
from bordenden.intake.words import Column
from tests.intake.files import HEADINGS, SIGNE, TOVE, written


def names(content: bytes) -> list[str]:
    """Who is in the file."""
    lines = read(decoded(content)).lines
    return [f"{line.says(Column.GIVEN_NAME)} {line.says(Column.FAMILY_NAME)}" for line in lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_aa_and_ae_are_read_in_every_encoding_excel_writes(encoding: str) -> None:
    assert names(written(SIGNE, TOVE, encoding=encoding)) == ["Signe Åkjær", "Tove Ærø"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_the_separator_is_found_in_the_headings(separator: str) -> None:
    lines = [line.replace(";", separator) for line in (HEADINGS, SIGNE)]
    assert names(written(lines[1], headings=lines[0])) == ["Signe Åkjær"]


def test_excels_own_hint_empty_lines_quotes_and_a_break_in_a_cell_do_no_harm() -> None:
    text = (
        f'sep=;\r\n\r\n{HEADINGS}\r\n;;;;;;;\r\n"Signe ""Sis""";"Åk;jær";010190-1234;"20\r\n00";F-1;02-02-2026;;\r\n'
    )
    (line,) = read(text).lines
    assert (line.says(Column.GIVEN_NAME), line.says(Column.FAMILY_NAME)) == ('Signe "Sis"', "Åk;jær")


def test_headings_are_known_however_they_are_written_and_others_are_told_of() -> None:
    headings = "FORNAVNE;cpr nr.;Sags-nr;Henvisningsdato;Bemærkning"
    sheet = read(f"{headings}\nSigne;0101901234;F-1;02-02-2026;hej\n")
    assert sheet.unused == ("Bemærkning",)
    assert sheet.lines[0].says(Column.REFERENCE) == "F-1"


def test_a_line_says_its_number_in_the_file() -> None:
    assert [line.number for line in read(decoded(written(SIGNE, "", TOVE))).lines] == [2, 4]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Filen er tom"),
        (b"\xef\xbb\xbf \r\n", "Filen er tom"),
        (b"a;b\0c", "ikke en tekstfil"),
        (b"\xff\xfea", "kan ikke læses"),
        (b"Fornavn\x81;CPR", "kan ikke læses"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        decoded(content)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Fornavn;CPR\nSigne;1", "mangler kolonnen: Sagsnummer, Henvist"),
        (f"{HEADINGS};Fornavne\n{SIGNE};x", "to gange: Fornavn"),
        (f"{HEADINGS}\n", "ingen linjer"),
        ("sep=;\n", "ingen overskrifter"),
        (f'{HEADINGS}\n{SIGNE}\nTove;"Ær', "midt i linje 3"),
        (f"{HEADINGS}\n" + f"{SIGNE}\n" * 10_001, "10.000 linjer"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_what_to_do(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read(text)


def test_a_line_cut_off_and_a_line_with_too_much_are_known_as_such() -> None:
    sheet = read(f"{HEADINGS}\n{SIGNE}\nTove;Ær\n{TOVE};mere\n{TOVE};\n")
    assert [line.whole for line in sheet.lines] == [True, False, False, True]
