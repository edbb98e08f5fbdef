"""`bordenden precision`: count anew how exactly each area of Min vurdering is measured, over many people."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.assessments.actions import count_precision
from bordenden.assessments.queries import core_instrument
from bordenden.cli.operator import OPERATOR
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import writing
from bordenden.people.actions import NATIONAL


class Command(BaseCommand):
    """Run it now and then, say each quarter. An area with too few people is left as it was."""

    help = "Count spread and alpha of each area over everybody's first sent round; figures only, no person in them."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002
        """Count and say what came of it."""
        with writing(NATIONAL, OPERATOR.pk, national=True):
            instrument = core_instrument()
            if instrument is None:
                raise CommandError(_("Min vurdering er ikke udgivet endnu."))
            counted = count_precision(instrument=instrument, by=OPERATOR, at=now())
        if not counted:
            self.stdout.write(_("Der er for få, der har sendt en runde. Intet er ændret."))
        for one in counted:
            self.stdout.write(
                _("%(area)s: %(people)d personer, spredning %(spread)s, alfa %(alpha)s.")
                % {
                    "area": one.get_area_display(),
                    "people": one.people,
                    "spread": number_format(round(one.spread, 2), decimal_pos=2),
                    "alpha": number_format(round(one.alpha, 2), decimal_pos=2),
                }
            )
