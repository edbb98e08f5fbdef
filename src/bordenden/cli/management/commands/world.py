"""`bordenden world NAME`: builds a made-up world in an empty database."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot
from bordenden.people.queries import anybody, anybody_real
from bordenden.worlds.registry import WORLDS, build


class Command(BaseCommand):
    """A world goes into an empty database, or with --fresh in place of another made-up one."""

    help = "Build a made-up world (opdigtede personer)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which, in place of what, and how big."""
        parser.add_argument("name", nargs="?", default="cast", choices=sorted(WORLDS))
        fresh = "empty the database first, if everybody in it is made up"
        parser.add_argument("--fresh", action="store_true", help=fresh)
        parser.add_argument("--scale", type=int, help="participants in the world `national` (3,748)")

    def handle(self, *, name: str, fresh: bool, scale: int | None, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Refuse, or build and say so."""
        if scale is not None and (name != "national" or scale < 1):
            raise CommandError("--scale is a number of participants, for the world `national`.")
        with snapshot(None, None, national=True):
            somebody, real = anybody(), anybody_real()
        if somebody and not fresh:
            raise CommandError("The database is not empty. --fresh puts the new world in place of a made-up one.")
        if real:
            raise CommandError("There are people in the database who are not made up. It is left alone.")
        if somebody:
            _empty()
        self.stdout.write(f"Bygger verdenen {name} …")
        summary = build(name, at=now(), scale=scale)
        self.stdout.write(f"Verdenen {name} står klar: {summary}. Alle er opdigtede personer.")


def _empty() -> None:
    """Every table down and up again: the audit cannot be emptied row by row, and that is as it should be."""
    for label in sorted(MigrationLoader(connection).migrated_apps):
        call_command("migrate", label, "zero", verbosity=0)
    call_command("migrate", verbosity=0)
