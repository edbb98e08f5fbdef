"""Ole is away for a few days, and Bo stands in at his tables. All made up."""

from datetime import timedelta

from django.utils.timezone import localdate

from bordenden.pathways import actions
from bordenden.worlds.cast.people import Cast

DAYS_AWAY = timedelta(days=4)


def build_substitutes(cast: Cast) -> None:
    """From today on: Bo's list shows his own citizen and the two he looks after."""
    today = localdate(cast.at)
    tables = [cast.karims_table, cast.holms_table]
    actions.stand_in(tables=tables, colleague=cast.bo, first=today, last=today + DAYS_AWAY, by=cast.ole, at=cast.at)
