"""`bordenden letters`: how many there are of each, and those that could not be sent; `--again ID`: send one anew."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from bordenden.audit.actions import record
from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.post.actions import try_again
from bordenden.post.queries import counted, failed

MOST = 200


class Command(BaseCommand):
    """Numbers, codes and times: neither whom a letter is to nor what it is about."""

    help = "Count the letters out, list those that could not be sent, or let one be tried again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to try again."""
        parser.add_argument("--again", type=UUID, metavar="ID", help="a letter of the list")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """The list, or the one letter."""
        if options["again"]:
            self._again(options["again"])
            return
        if not settings.MAIL_LEAVES:
            self.stdout.write(f"E-mails are written to {settings.MAIL_FOLDER}; none leaves this machine.")
        with snapshot(None, None, national=True):
            for municipality, way, state, number in counted():
                self.stdout.write(f"{municipality}: {way or 'unsorted'} {state} {number}")
            for letter in failed()[:MOST]:
                when = localtime(letter.settled_at).strftime("%Y-%m-%d %H:%M")
                words = f"{letter.pk} in {letter.municipality} since {when}: {letter.last_fault}"
                self.stdout.write(f"failed {words} (tries: {letter.attempts})")

    def _again(self, number: UUID) -> None:
        with snapshot(None, None, national=True):
            letter = failed().filter(pk=number).first()
        if letter is None:
            raise CommandError("No letter of that number has failed.")
        at = now()
        with writing(letter.municipality, OPERATOR.pk):
            if try_again(letter=letter, at=at):
                record(act="letter.again", by=OPERATOR, thing=letter, at=at)
        self.stdout.write("It is tried again.")
