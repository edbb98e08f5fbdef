"""Files made to hurt: few bytes that would take the house's time or memory."""

import pytest

from bordenden.intake.queries import Unreadable, check, read
from bordenden.intake.queries.reading import MOST_LINES
from bordenden.intake.words import Verdict
from tests.cast import MONDAY, Cast
from tests.intake.files import HEADINGS

# A file of the largest size has room for half a million headings.
MANY = 400_000


def test_half_a_million_headings_are_refused_before_one_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def looked_up(_heading: str) -> str:
        raise AssertionError

    headings = ";".join(["CPR"] * MANY)
    monkeypatch.setattr("bordenden.intake.queries.reading.reference_key", looked_up)
    with pytest.raises(Unreadable, match="for mange kolonner"):
        read(f"{headings}\nx\n")


def test_a_column_that_stands_there_twice_is_named_once() -> None:
    with pytest.raises(Unreadable, match="to gange: CPR"):
        read(f"{HEADINGS};CPR;CPR\nx\n")


def test_ten_thousand_lines_of_one_person_do_not_name_each_other_ten_thousand_times(cast: Cast) -> None:
    sheet = read("\n".join([HEADINGS, *["A;B;010190-1234;1;F-1;02-02-2026;job;"] * MOST_LINES]))
    report = check(sheet=sheet, project=cast.project, by=cast.bo, at=MONDAY)
    assert len(report.lines) == MOST_LINES
    assert "Samme CPR-nummer står på linje 2, 3, 4, 5, 6 … (i alt 10000)." in report.lines[0].says
    assert max(len(words) for line in report.lines for words in line.says) < 100


@pytest.mark.parametrize(
    "line",
    ["Signe;;010190-1234;1;010190-1234;02-02-2026;job;", "Signe 0101901234;;010190-1234;1;F-1;02-02-2026;job;"],
)
def test_a_cpr_number_does_not_come_in_as_a_name_or_a_case_number(cast: Cast, line: str) -> None:
    (one,) = check(sheet=read(f"{HEADINGS}\n{line}\n"), project=cast.project, by=cast.bo, at=MONDAY).lines
    assert one.verdict == Verdict.BAD
    assert "CPR-nummeret står også som navn eller sagsnummer. Der må det ikke stå." in one.says
    assert "1234" not in f"{one.told.reference} {one.told.given_name}"
