"""`bordenden catalogue [FILE]`: import the national starter set, and begin a catalogue where there is none."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import writing
from bordenden.offers.actions import SHIPPED, BrokenStarter, begin_catalogue, import_starter
from bordenden.people.queries import municipalities


class Command(BaseCommand):
    """Exit code 0: done, or nothing to do. Exit code 1: the file is refused whole, nothing was changed."""

    help = "Import the national starter set of offers and materials, and begin a catalogue for each municipality."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file; without one, what the house ships."""
        parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="for example muligheder.toml")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Import, begin, and say what came of it."""
        path = options["file"]
        try:
            content = path.read_bytes() if path else SHIPPED.read_bytes()
            came = import_starter(content=content, by=OPERATOR, at=now())
        except OSError as error:
            words = {"file": path, "reason": error.strerror}
            raise CommandError(_("%(file)s kan ikke læses: %(reason)s") % words) from error
        except BrokenStarter as error:
            heading = _("%(file)s er afvist. Intet er ændret.") % {"file": path or SHIPPED.name}
            raise CommandError(f"{heading}\n{error}") from error
        for place in municipalities():
            with writing(place.pk, OPERATOR.pk):
                begin_catalogue(municipality=place, by=OPERATOR, at=now())
        words = {"new": came.new, "changed": came.changed, "same": came.same}
        self.stdout.write(_("%(new)d nye, %(changed)d ændret, %(same)d som før.") % words)
