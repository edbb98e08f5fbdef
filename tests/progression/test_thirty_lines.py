"""The page that goes from Parquet to picture: its code runs, in 30 lines, and says and draws what the page shows."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from benchmarks.national.data import made_up

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = DOCS / "evaluering-paa-30-linjer.md"
PEOPLE = 10_000


def block(kind: str) -> str:
    """What stands in the page's block of a kind."""
    found = re.search(rf"^```{kind}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


def test_it_is_thirty_lines_and_says_that_all_is_made_up() -> None:
    lines = [line for line in block("python").splitlines() if line.strip()]
    assert len(lines) <= 30
    assert max(map(len, lines)) <= 118
    assert "**Alle borgere, svar og tal her er opdigtede.**" in PAGE.read_text("utf-8")


def test_the_code_gives_the_figures_and_the_picture_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "var" / "nationalt"
    folder.mkdir(parents=True)
    made_up(PEOPLE, folder, csv=False)
    monkeypatch.chdir(tmp_path)
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(compile(block("python"), str(PAGE), "exec"), {})
    assert said.getvalue() == block("text")
    drawn = (folder / "stoppet.svg").read_text("utf-8")
    assert drawn == PAGE.with_suffix(".svg").read_text("utf-8")
    assert "Opdigtede tal</text>" in drawn
    assert drawn.count("<polyline") == 4
