"""Moments and names as words: the Danish day of something, and whose table it is."""

from datetime import date, datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _


def day(at: datetime) -> str:
    """The day as it was in Denmark: "2. marts 2026"."""
    return on_day(localtime(at).date())


def on_day(when: date) -> str:
    """A day of the calendar: "2. marts 2026"."""
    return date_format(when, "DATE_FORMAT")


def until_day(end: datetime) -> str:
    """The last day of something that ends then, itself included: "12. marts"."""
    return date_format(localtime(end - timedelta(microseconds=1)).date(), "MONTH_DAY_FORMAT")


def weekday(when: date) -> str:
    """A day soon to come, or just gone: "tirsdag 3. marts"."""
    words = {"weekday": date_format(when, "l"), "day": date_format(when, "MONTH_DAY_FORMAT")}
    return _("%(weekday)s den %(day)s") % words


def clock(at: datetime) -> str:
    """The time of day as it was in Denmark: "10.15"."""
    return date_format(localtime(at), "TIME_FORMAT")


def whose(name: str) -> str:
    """The name as owner: "Aminas", "Jens’"."""
    if name[-1:].lower() in {"s", "x", "z"}:
        return _("%(name)s’") % {"name": name}
    return _("%(name)ss") % {"name": name}
