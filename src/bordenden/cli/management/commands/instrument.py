"""`bordenden instrument FILE`: publish the instrument in a file; `--export CODE [VERSION]`: write one as its file."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.assessments.actions import BrokenInstrument, import_instrument, written
from bordenden.assessments.queries import published_version
from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now


class Command(BaseCommand):
    """Exit code 0: published, known already, or written out. Exit code 1: refused whole, nothing was changed."""

    help = "Publish the instrument in a TOML file, or write a version out. A published version is never changed."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file, or what to write out."""
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument("file", type=Path, nargs="?", metavar="FILE", help="for example min-vurdering.toml")
        way.add_argument(
            "--export", nargs="+", metavar=("CODE", "VERSION"), help="write the version (the newest) to the output"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """One of the two."""
        if options["export"]:
            self._export(*options["export"])
        else:
            self._import(options["file"])

    def _export(self, code: str, number: str = "", *more: str) -> None:
        if more or (number and not number.isdecimal()):
            raise CommandError(_("Skriv koden og højst et nummer: --export min-vurdering 2"))
        version = published_version(code=code, number=int(number) if number else None)
        if version is None:
            raise CommandError(_("Der er ikke udgivet et skema med den kode og det nummer."))
        self.stdout.write(written(version).decode(), ending="")

    def _import(self, path: Path) -> None:
        """Import and say what came of it."""
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
