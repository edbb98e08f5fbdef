"""Writes about messages: a thread with a seat, one more message in it, and that what came is read."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.exchange.models import Message, Thread
from bordenden.exchange.queries import may_write
from bordenden.exchange.words import ASKED_SEATS, Shown
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways.models import Seat
from bordenden.pathways.queries import at_the_head, sits_at_head
from bordenden.people.models import Person
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind

MOST_UNREAD = 500


@transaction.atomic
def begin(*, seat: Seat, by: Person, at: datetime) -> Thread:
    """The thread with whoever sits on the seat; there is one a seat. NotPossible: her own guest, an old seat.

    All but her caseworker's is hers to begin: it is she who opens.
    """
    if not may_write(seat=seat, at=at):
        raise NotPossible(_("Du kan kun skrive sammen med dem, der arbejder sammen med dig ved bordet nu."))
    if seat.role in ASKED_SEATS and not sits_at_head(thing=seat, person=by, at=at):
        raise NotPossible(_("Den, der sidder for bordenden, begynder selv."))
    thread, new = Thread.objects.get_or_create(
        shared_to=seat,
        defaults={"table_id": seat.table_id, "municipality_id": seat.municipality_id, "begun_at": at},
    )
    if new:
        record(act="thread.begin", by=by, thing=thread, at=at)
    return thread


@transaction.atomic
def send(*, thread: Thread, words: str, form_key: FormKey, by: Person, at: datetime) -> Message:
    """One more message, and the other side hears that there is one. What the writer answers counts as read.

    Raises NotPossible without words, in a thread that is closed or whose seat is over; AlreadySent when the form
    was sent before with other words.
    """
    held = Thread.objects.select_for_update().get(pk=thread.pk)
    hers, said = sits_at_head(thing=held, person=by, at=at), words.strip()
    _check(held, said, at, hers=hers)
    message, new = Message.objects.get_or_create(
        thread=held,
        form_key=form_key,
        defaults={
            "table_id": held.table_id,
            "municipality_id": held.municipality_id,
            "written_by": by,
            "from_head": hers,
            "words": said,
            "sent_at": at,
        },
    )
    if not new:
        if message.words != said:
            raise AlreadySent(message.words)
        return message
    record(act="message.send", by=by, thing=message, at=at)
    read_all(thread=held, by=by, at=at)
    for person in _others(held, at, hers=hers):
        queue(to=person, kind=Kind.MESSAGE, about=message, event=f"message:{message.pk}", at=at)
    return message


@transaction.atomic
def read_all(*, thread: Thread, by: Person, at: datetime) -> int:
    """What the other side wrote is read, and no letter goes out about it any more. Gives how many there were."""
    hers = sits_at_head(thing=thread, person=by, at=at)
    came = Message.objects.select_for_update().filter(thread=thread, from_head=not hers, read_at=None)
    unread = list(came.order_by("sent_at", "pk")[:MOST_UNREAD])
    for message in unread:
        call_off(about=message, kind=Kind.MESSAGE, at=at)
    if unread:
        Message.objects.filter(pk__in=[message.pk for message in unread]).update(read_at=at)
        record(act="message.read", by=by, thing=thread, at=at)
    return len(unread)


@transaction.atomic
def close(*, thread: Thread, by: Person, at: datetime) -> None:
    """She closes it: whoever sits there reads no more of it. What was written stays with her."""
    held = Thread.objects.select_for_update().get(pk=thread.pk)
    if held.shared_to.role not in ASKED_SEATS:
        raise NotPossible(_("Din sagsbehandler skal kunne læse det, I har skrevet. Du behøver ikke skrive mere."))
    _set(held, Shown.KEPT, by, at)


@transaction.atomic
def open_again(*, thread: Thread, by: Person, at: datetime) -> None:
    """She opens it again, with all that stands in it."""
    _set(Thread.objects.select_for_update().get(pk=thread.pk), Shown.SENT, by, at)


def _set(thread: Thread, sharing: Shown, by: Person, at: datetime) -> None:
    if not sits_at_head(thing=thread, person=by, at=at):
        raise NotPossible(_("Den, der sidder for bordenden, bestemmer selv."))
    if thread.sharing != sharing:
        thread.sharing = sharing
        thread.save(update_fields=["sharing"])
        record(act="thread.open" if sharing == Shown.SENT else "thread.close", by=by, thing=thread, at=at)


def _check(thread: Thread, said: str, at: datetime, *, hers: bool) -> None:
    if not said:
        raise NotPossible(_("Skriv et par ord."))
    if thread.sharing != Shown.SENT:
        raise NotPossible(_("Her er lukket. Åbn igen, hvis du vil skrive.") if hers else _("Her er lukket."))
    if not may_write(seat=thread.shared_to, at=at):
        raise NotPossible(_("%(name)s kan ikke læse med her mere.") % {"name": thread.shared_to.person.given_name})


def _others(thread: Thread, at: datetime, *, hers: bool) -> list[Person]:
    """Who is to hear of it: whoever sits there, or everybody at the head."""
    return [thread.shared_to.person] if hers else at_the_head(table=thread.table, at=at)
