"""`bordenden complaintguide FILE`: how one complains of a formal decision, in a municipality's own words."""

import tomllib
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import writing
from bordenden.people.actions import NATIONAL
from bordenden.people.queries import municipality_of
from bordenden.plans.actions import write_complaint_guide


class Command(BaseCommand):
    """Exit code 0: these words stand in letters from now on. Exit code 1: refused, nothing was changed."""

    help = "Set how one complains of a decision in a municipality (without one: everywhere) from a TOML file."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FILE", help='municipality = 851, words = """…"""')

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Read, set, and say from when."""
        path: Path = options["file"]
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
            number, words = told.get("municipality"), told.get("words")
            if type(words) is not str or set(told) - {"municipality", "words"}:
                raise TypeError(_("Filen skal have teksten (words) og måske en kommune (municipality)."))
            municipality = None if number is None else municipality_of(number=number)
            with writing(NATIONAL if municipality is None else municipality.pk, OPERATOR.pk):
                write_complaint_guide(municipality=municipality, words=words, by=OPERATOR, at=now())
        except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, NotPossible, TypeError) as error:
            heading = _("%(file)s er afvist. Intet er ændret.") % {"file": path}
            raise CommandError(f"{heading}\n{error}") from error
        self.stdout.write(_("Teksten står i nye breve fra nu af."))
