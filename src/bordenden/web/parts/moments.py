"""Moments as people say them: today, yesterday, or the day; always with the time in Denmark."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

YESTERDAY = 1


def moment(when: datetime, *, seen: datetime) -> str:
    """ "i dag kl. 14.05", "i går kl. 14.05", "2. marts kl. 14.05", with the year when it is another one."""
    local = localtime(when)
    time = date_format(local, "TIME_FORMAT")
    today = localdate(seen)
    days = (today - local.date()).days
    if days == 0:
        return _("i dag kl. %(time)s") % {"time": time}
    if days == YESTERDAY:
        return _("i går kl. %(time)s") % {"time": time}
    same_year = today.year == local.year
    day = date_format(local, "MONTH_DAY_FORMAT" if same_year else "DATE_FORMAT")
    return _("%(day)s kl. %(time)s") % {"day": day, "time": time}
