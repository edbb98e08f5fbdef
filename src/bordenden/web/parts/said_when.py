"""Moments and names as words: the Danish day of something, and whose table it is."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

# Days and times of day, and nobody's: more than any page says.
MOST_KEPT = 4000


def day(at: datetime) -> str:
    """The day as it was in Denmark: "2. marts 2026"."""
    return on_day(localtime(at).date())


def on_day(when: date) -> str:
    """A day of the calendar: "2. marts 2026"."""
    return formatted(get_language(), "DATE_FORMAT", when)


@lru_cache(maxsize=MOST_KEPT)
def formatted(_language: str | None, how: str, when: date | time) -> str:
    """As Django formats it in this language: a long page says the same few days and times again and again."""
    return date_format(when, how) if isinstance(when, date) else time_format(when, how)


def until_day(end: datetime) -> str:
    """The last day of something that ends then, itself included: "12. marts"."""
    return date_format(localtime(end - timedelta(microseconds=1)).date(), "MONTH_DAY_FORMAT")


def weekday(when: date) -> str:
    """A day soon to come, or just gone: "tirsdag 3. marts"."""
    words = {"weekday": date_format(when, "l"), "day": date_format(when, "MONTH_DAY_FORMAT")}
    return _("%(weekday)s den %(day)s") % words


def clock(at: datetime) -> str:
    """The time of day as it was in Denmark: "10.15"."""
    return formatted(get_language(), "TIME_FORMAT", localtime(at).time().replace(second=0, microsecond=0))


def whose(name: str) -> str:
    """The name as owner: "Aminas", "Jens’"."""
    if name[-1:].lower() in {"s", "x", "z"}:
        return _("%(name)s’") % {"name": name}
    return _("%(name)ss") % {"name": name}
