"""The word `crisislines`: a municipality's own numbers from a file, or nothing changed and why."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bordenden.people.queries import crisis_lines
from tests.cast import Cast

GOOD = """municipality = 901
[[line]]
position = 10
name = "Fjordbys aftenlinje (opdigtet)"
phone = "20 00 00 93"
hours = "17–23"
"""


def run(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    out = StringIO()
    call_command("crisislines", str(path), stdout=out)
    return out.getvalue()


def names(cast: Cast) -> list[str]:
    return [line.name for line in crisis_lines(person=cast.amina)]


def test_a_municipality_sets_its_own_numbers(cast: Cast, tmp_path: Path) -> None:
    assert run(tmp_path / "lines.toml", GOOD) == "1 numre gælder nu.\n"
    assert names(cast) == ["Alarmcentralen", "Fjordbys aftenlinje (opdigtet)", "Livslinien"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("municipality = 1\n", "Der er ingen kommune med nummer 1."),
        (GOOD.replace('name = "Fjordbys aftenlinje (opdigtet)"', 'name = ""'), "et navn og et telefonnummer"),
        (GOOD.replace("position = 10", 'position = "først"'), "skal have en plads"),
        (GOOD + 'colour = "red"\n', "Ukendte ord i filen: colour."),
        ("line = [", "er afvist. Intet er ændret."),
        ("", "Der skal være mindst ét nummer"),
    ],
)
def test_a_file_that_cannot_be_right_changes_nothing(cast: Cast, tmp_path: Path, text: str, why: str) -> None:
    before = names(cast)
    with pytest.raises(CommandError) as refused:
        run(tmp_path / "lines.toml", text)
    assert (why in str(refused.value), names(cast)) == (True, before)
