"""Arranging a conversation, and cancelling one: both sides may."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.exchange.actions import clear_table
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.meetings.models import AgendaItem, Conversation
from bordenden.meetings.queries import meet_today
from bordenden.meetings.words import USUAL_MINUTES, Where
from bordenden.pathways.models import Table
from bordenden.people.models import Person

FARTHEST = timedelta(days=366)


@transaction.atomic
def arrange(
    *,
    table: Table,
    starts_at: datetime,
    place: Where,
    form_key: FormKey,
    by: Person,
    at: datetime,
    minutes: int = USUAL_MINUTES,
) -> Conversation:
    """A conversation today or later; the same form sent again gives the first one.

    Raises NotPossible for another day or a moment that is taken, AlreadySent when the form was sent otherwise.
    """
    held = Table.objects.select_for_update().get(pk=table.pk)
    sent = Conversation.objects.filter(table=held, form_key=form_key).first()
    if sent is not None:
        if (sent.starts_at, sent.place, sent.minutes) != (starts_at, place, minutes):
            raise AlreadySent(date_format(localtime(sent.starts_at), "DATETIME_FORMAT"))
        return sent
    same = Conversation.objects.filter(table=held, starts_at=starts_at, cancelled_at__isnull=True).first()
    if same is not None:
        if (same.place, same.minutes, same.held_at) == (place, minutes, None):
            return same
        raise NotPossible(_("I har allerede aftalt en samtale på det tidspunkt."))
    _must_be_near(starts_at, at)
    made = Conversation.objects.create(
        table=held,
        municipality_id=held.municipality_id,
        starts_at=starts_at,
        place=place,
        minutes=minutes,
        arranged_by=by,
        arranged_at=at,
        form_key=form_key,
    )
    record(act="conversation.set", by=by, thing=made, at=at)
    return made


@transaction.atomic
def cancel(*, conversation: Conversation, by: Person, at: datetime, why: str = "") -> Conversation:
    """It will not be held; what stood on its agenda waits for the next one.

    No file lies on the table any more, unless they meet today all the same.

    Cancelling twice changes nothing.

    Raises NotPossible for a conversation that was held.
    """
    held = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if held.cancelled_at is not None:
        return held
    if held.held_at is not None:
        raise NotPossible(_("I har holdt samtalen. Den kan ikke aflyses."))
    held.cancelled_at, held.cancelled_by, held.cancelled_why = at, by, why.strip()
    held.save(update_fields=["cancelled_at", "cancelled_by", "cancelled_why"])
    AgendaItem.objects.filter(conversation=held, settled="").update(conversation=None)
    if not meet_today(table=held.table, at=at).exists():
        clear_table(table=held.table, at=at)
    record(act="conversation.cancel", by=by, thing=held, at=at)
    return held


def _must_be_near(starts_at: datetime, at: datetime) -> None:
    if localdate(starts_at) < localdate(at):
        raise NotPossible(_("Den dag er gået. Vælg en dag i dag eller senere."))
    if starts_at - at > FARTHEST:
        raise NotPossible(_("Det er mere end et år frem. Vælg en dag, der er tættere på."))
