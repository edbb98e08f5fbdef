"""Moments as people say them: today, yesterday, or the day; always with the time in Denmark."""

from datetime import datetime

from django.utils.timezone import localdate, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bordenden.web.parts.said_when import clock, formatted

YESTERDAY = 1


def moment(when: datetime, *, seen: datetime) -> str:
    """ "i dag kl. 14.05", "i går kl. 14.05", "2. marts kl. 14.05", with the year when it is another one."""
    time = clock(when)
    that_day, today = localtime(when).date(), localdate(seen)
    days = (today - that_day).days
    if days == 0:
        return _("i dag kl. %(time)s") % {"time": time}
    if days == YESTERDAY:
        return _("i går kl. %(time)s") % {"time": time}
    same_year = today.year == that_day.year
    day = formatted(get_language(), "MONTH_DAY_FORMAT" if same_year else "DATE_FORMAT", that_day)
    return _("%(day)s kl. %(time)s") % {"day": day, "time": time}
