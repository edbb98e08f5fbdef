"""Guessing at a password is slowed: how long to wait, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

QUARTER = 15 * 60


def wait_words(seconds: int) -> str:
    """What to do when too many passwords were tried."""
    minutes = seconds // 60
    if minutes:
        words = ngettext("Vent et minut.", "Vent %(number)s minutter.", minutes) % {"number": minutes}
    else:
        words = ngettext("Vent et sekund.", "Vent %(number)s sekunder.", seconds) % {"number": seconds}
    return _("Der er prøvet for mange gange på kort tid. {wait} Prøv så igen.").format(wait=words)
