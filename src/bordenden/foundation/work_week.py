"""Hours of work in a week: what a week can hold."""

from decimal import Decimal

from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible

MOST_HOURS = 60


def must_be_a_week(hours: Decimal | None) -> None:
    """Raises NotPossible for hours nobody works in a week; not to know them is fine."""
    if hours is not None and not 0 < hours <= MOST_HOURS:
        raise NotPossible(_("Skriv timer om ugen: et tal over 0 og højst %(most)d.") % {"most": MOST_HOURS})
