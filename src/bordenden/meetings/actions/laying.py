"""A file is laid on the table of a talk: her own guests see it that day, and not before or after."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.exchange.actions import lay_before
from bordenden.exchange.models import File
from bordenden.foundation.days import end_of
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.queries import meet_today
from bordenden.pathways.models import Seat
from bordenden.people.models import Person


@transaction.atomic
def lay_file(*, file: File, seat: Seat, by: Person, at: datetime) -> None:
    """Until the day is over, and sooner where the talk is called off. Raises NotPossible on every other day."""
    if meet_today(table=file.table, at=at).select_for_update().first() is None:
        raise NotPossible(_("Det kan du gøre den dag, I mødes."))
    lay_before(file=file, seat=seat, until=end_of(localdate(at)), by=by, at=at)
