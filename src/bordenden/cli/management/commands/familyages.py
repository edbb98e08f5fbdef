"""`bordenden familyages 851 --own-part-from 13`: the ages at which a part of a family's plan changes hands."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from bordenden.cli.operator import OPERATOR
from bordenden.families.actions import set_ages
from bordenden.families.words import Ages
from bordenden.foundation.clock import now
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import writing
from bordenden.people.queries import municipality_of


class Command(BaseCommand):
    """Exit code 0: these ages hold in the municipality from now on. Exit code 1: refused, nothing was changed."""

    help = "Set a municipality's ages for parts of a family's plan; what is not named is as usual."

    def add_arguments(self, parser: CommandParser) -> None:
        """The municipality and the ages."""
        usual = Ages()
        parser.add_argument("municipality", type=int, help="official number, e.g. 851")
        for name in ("own_part_from", "guardian_reads_until", "adult_from"):
            parser.add_argument(f"--{name.replace('_', '-')}", type=int, default=getattr(usual, name))

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Set them, and say them."""
        own, adult = options["own_part_from"], options["adult_from"]
        ages = Ages(own, max(own, options["guardian_reads_until"]), adult)
        try:
            municipality = municipality_of(number=options["municipality"])
            with writing(municipality.pk, OPERATOR.pk):
                set_ages(municipality=municipality, ages=ages, by=OPERATOR, at=now())
        except NotPossible as refused:
            raise CommandError(f"{_('Intet er ændret.')}\n{refused}") from refused
        words = _("Egen del fra %(own)d år; en værge læser med til %(reads)d år; voksen fra %(adult)d år.")
        self.stdout.write(words % {"own": ages.own_part_from, "reads": ages.guardian_reads_until, "adult": adult})
