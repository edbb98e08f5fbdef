"""The word `complaintguide`: a municipality's own words of how to complain, or nothing changed and why."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bordenden.plans.queries import how_to_complain
from tests.cast import Cast

GOOD = 'municipality = 901\nwords = "Skriv til borgmesteren (opdigtet)."\n'


def run(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    out = StringIO()
    call_command("complaintguide", str(path), stdout=out)
    return out.getvalue()


def test_a_municipality_sets_its_own_words_and_the_others_keep_theirs(cast: Cast, tmp_path: Path) -> None:
    assert run(tmp_path / "guide.toml", GOOD) == "Teksten står i nye breve fra nu af.\n"
    assert how_to_complain(municipality=cast.fjordby.pk) == "Skriv til borgmesteren (opdigtet)."
    assert "Ankestyrelsen" in how_to_complain(municipality=cast.bakkeby.pk)


@pytest.mark.parametrize("text", ["municipality = 1\nwords = 'x'\n", "words = 3\n", 'words = " "\n', "wrds = 'x'\n"])
def test_what_cannot_be_is_refused_whole(cast: Cast, tmp_path: Path, text: str) -> None:
    with pytest.raises(CommandError, match="Intet er ændret"):
        run(tmp_path / "guide.toml", text)
    assert "Ankestyrelsen" in how_to_complain(municipality=cast.fjordby.pk)
