"""An account many guess at is slowed: a short, growing wait that never locks its owner out."""

from datetime import datetime, timedelta
from math import ceil

from axes.models import AccessAttempt
from django.db.models import Max, Sum

FREE_TRIES = 10
LONGEST_WAIT = 30
REMEMBERED = timedelta(minutes=15)


def seconds_to_wait(*, username: str, at: datetime) -> int:
    """Whole seconds until the next try on this account is looked at; 0 is now.

    Counts the failed tries of all addresses together in the last quarter of an hour: the first ten are free,
    then one second, two, four, at most thirty after the last try that was looked at. A try that comes too
    early is not looked at and does not count, so nobody can keep the wait alive by knocking. A name that does
    not exist is slowed the same.
    """
    tries = AccessAttempt.objects.filter(username=username, attempt_time__gte=at - REMEMBERED)
    sums = tries.aggregate(failed=Sum("failures_since_start"), last=Max("attempt_time"))
    last: datetime | None = sums["last"]
    over: int = (sums["failed"] or 0) - FREE_TRIES
    if over < 0 or last is None:
        return 0
    pause: int = LONGEST_WAIT if over >= LONGEST_WAIT.bit_length() else 2**over
    return max(0, ceil((last - at).total_seconds() + pause))
