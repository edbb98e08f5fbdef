"""`bordenden crisislines FILE`: the numbers a municipality shows under "Har du det rigtig dårligt lige nu?"."""

import tomllib
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import writing
from bordenden.people.actions import NATIONAL, CrisisNumber, set_crisis_lines
from bordenden.people.queries import municipality_of

TEXTS = ("name", "phone", "hours")


class Command(BaseCommand):
    """Exit code 0: these numbers and no others are shown. Exit code 1: refused whole, nothing was changed."""

    help = "Set a municipality's numbers for a crisis (without a municipality: everybody's) from a TOML file."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FILE", help="municipality = 851, then [[line]] name, phone …")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Read, set, and say how many."""
        path: Path = options["file"]
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
            numbers = [_number(line) for line in told.get("line", [])]
            number = told.get("municipality")
            municipality = None if number is None else municipality_of(number=number)
            with writing(NATIONAL if municipality is None else municipality.pk, OPERATOR.pk):
                lines = set_crisis_lines(municipality=municipality, numbers=numbers, by=OPERATOR, at=now())
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, NotPossible, TypeError) as error:
            heading = _("%(file)s er afvist. Intet er ændret.") % {"file": path}
            raise CommandError(f"{heading}\n{error}") from error
        self.stdout.write(_("%(count)d numre gælder nu.") % {"count": len(lines)})


def _number(line: dict[str, object]) -> CrisisNumber:
    """One line of the file. Raises TypeError for anything but the four words it knows."""
    position, texts = line.get("position"), {name: line.get(name, "") for name in TEXTS}
    if type(position) is not int or any(type(text) is not str for text in texts.values()):
        raise TypeError(_("Hvert nummer skal have en plads (position), et navn (name) og et nummer (phone)."))
    if unknown := sorted(set(line) - {"position", *TEXTS}):
        raise TypeError(_("Ukendte ord i filen: %(words)s.") % {"words": ", ".join(unknown)})
    return CrisisNumber(position, **{name: str(text) for name, text in texts.items()})
