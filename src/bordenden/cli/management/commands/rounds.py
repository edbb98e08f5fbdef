"""`bordenden rounds`: when each round last went and is due, and what went wrong; exit code 1 when one fails."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from bordenden.rounds.models import Turn
from bordenden.rounds.table import ROUNDS


class Command(BaseCommand):
    """For whoever watches over the server: names, times, counts, and kinds of errors; nothing of anybody."""

    help = "Say when each round last went, and which of them fail."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """A line a round."""
        turns = {turn.name: turn for turn in Turn.objects.order_by("pk")}
        for one in ROUNDS:
            self.stdout.write(_line(one.name, turns.get(one.name)))
        if failing := [one.name for one in ROUNDS if one.name in turns and turns[one.name].last_fault]:
            raise CommandError(f"Failing: {', '.join(failing)}.", returncode=1)


def _line(name: str, turn: Turn | None) -> str:
    if turn is None or turn.began_at is None:
        return f"{name}: never gone"
    went = f"last {localtime(turn.began_at):%Y-%m-%d %H:%M}, did {turn.did}"
    due = "goes now" if turn.claim else f"due {localtime(turn.due_at):%Y-%m-%d %H:%M}"
    fault = f", FAILED {turn.faults} times: {turn.last_fault}" if turn.last_fault else ""
    return f"{name}: {went}, {due}{fault}"
