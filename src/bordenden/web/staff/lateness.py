"""When a note that is not in the journal is late: a few working days at most (offentlighedsloven § 13)."""

from datetime import datetime, time

from django.conf import settings
from django.utils.timezone import get_default_timezone, localdate

from bordenden.foundation.working_days import working_day_back


def late_before(at: datetime) -> datetime:
    """What was written before this moment has had all the working days that are set, and today is one more."""
    first_in_time = working_day_back(localdate(at), settings.JOURNAL_WORKDAYS)
    return datetime.combine(first_in_time, time.min, tzinfo=get_default_timezone())
