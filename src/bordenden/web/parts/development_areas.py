"""How the mean of an area moved, in plain words for the caseworker; nothing of it stands on her own page."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.assessments.queries import AreaChange
from bordenden.web.parts.development_drawn import short_day


@dataclass(frozen=True, slots=True)
class AreaSaid:
    """A sentence with the two means, and what may be said of their difference."""

    words: str
    note: str


def area_said(change: AreaChange) -> AreaSaid:
    """ "Helbred: 3,5 den 3. sept. 25, 6,0 den 16. feb. 26." """
    said = {
        "area": change.area.label,
        "before": _mean(change.before),
        "after": _mean(change.after),
        "since": short_day(change.first_on),
        "until": short_day(change.last_on),
    }
    return AreaSaid(_("%(area)s: %(before)s den %(since)s, %(after)s den %(until)s.") % said, _note(change))


def _mean(mean: Fraction) -> str:
    """One decimal, rounded here: Django's own formatting cuts off."""
    return number_format(round(float(mean), 1), decimal_pos=1)


def _note(change: AreaChange) -> str:
    """What the arithmetic can say, and that it is no more than that."""
    if change.before == change.after:
        return _("Det er det samme tal.")
    if change.reliable is None:
        return _("Vi ved ikke nok om måden at måle på til at sige, hvad forskellen betyder.")
    if change.reliable:
        return _("Forskellen er større end det, måden at måle på kan forklare.")
    return _("Forskellen er så lille, at den kan skyldes måden at måle på. Den kan stadig være vigtig.")
