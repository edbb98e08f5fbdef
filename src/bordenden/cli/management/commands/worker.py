"""`bordenden worker`: goes the rounds until it is ended; `--once`: what is due now, for a timer."""

import signal
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from bordenden.foundation.clock import now
from bordenden.rounds.table import ROUNDS
from bordenden.rounds.turns import go_round
from bordenden.rounds.worker import Worker


class Command(BaseCommand):
    """As many at once as one likes: each round is in one hand at a time."""

    help = "Go the rounds (letters out, reminders, deadlines) beside the server, until ended."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The one choice."""
        parser.add_argument("--once", action="store_true", help="go what is due now, and end")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Run, and end with the round that goes when told to."""
        if options["once"]:
            self.stdout.write(f"Rounds gone: {go_round(ROUNDS, clock=now)}.")
            return
        worker = Worker(clock=now)

        def end(_number: int, _frame: FrameType | None) -> None:
            worker.ask_to_stop()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        worker.run()
