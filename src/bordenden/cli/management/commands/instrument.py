"""`bordenden instrument FILE`: publish the instrument in a file, or say line by line why not."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.assessments.actions import BrokenInstrument, import_instrument
from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now


class Command(BaseCommand):
    """Exit code 0: published, or known already. Exit code 1: refused whole, nothing was changed."""

    help = "Publish the instrument in a TOML file. A published version is never changed."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FILE", help="for example min-vurdering.toml")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Import and say what came of it."""
        path: Path = options["file"]
        try:
            imported = import_instrument(content=path.read_bytes(), by=OPERATOR, at=now())
        except OSError as error:
            raise CommandError(
                _("%(file)s kan ikke læses: %(reason)s") % {"file": path, "reason": error.strerror}
            ) from error
        except BrokenInstrument as error:
            heading = _("%(file)s er afvist. Intet er ændret.") % {"file": path}
            raise CommandError(f"{heading}\n{error}") from error
        version = imported.version
        words = (
            _("%(name)s, version %(number)d: udgivet.")
            if imported.new
            else _("%(name)s, version %(number)d: den er udgivet før. Intet er ændret.")
        )
        self.stdout.write(words % {"name": version.instrument.name, "number": version.number})
