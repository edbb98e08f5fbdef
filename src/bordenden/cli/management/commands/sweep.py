"""`bordenden sweep`: wipe what was only laid up and whose time is over; for a timer, once a day or oftener."""

from typing import Any

from django.core.management.base import BaseCommand

from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import writing
from bordenden.intake.actions import forget_old
from bordenden.programmes.queries import uploaders


class Command(BaseCommand):
    """Each uploader's files are wiped as that uploader: behind the walls nobody else reaches them."""

    help = "Wipe files of citizens or benefits that nobody brought in within a day."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Say how many."""
        at, wiped = now(), 0
        for person in uploaders():
            with writing(person.municipality_id, person.pk):
                wiped += forget_old(by=person, at=at)
        self.stdout.write(f"Wiped {wiped} caseload files.")
