"""The two lists before a conversation: what to talk about (both may add, she orders), and her boundaries."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.ids import FormKey, new_id
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.actions.sides import only_the_head, side_at, some
from bordenden.meetings.models import AgendaItem, Boundary, Conversation
from bordenden.meetings.queries import open_items, takes_boundaries
from bordenden.meetings.words import Settled
from bordenden.pathways.models import Table
from bordenden.people.models import Person


@transaction.atomic
def put_on_agenda(
    *,
    table: Table,
    words: str,
    by: Person,
    at: datetime,
    topic: str = "",
    conversation: Conversation | None = None,
    form_key: FormKey | None = None,
) -> AgendaItem:
    """Something to talk about, last on the list. Without a conversation it waits for the next one.

    `topic` is the code of a question she chose to work on. What stands there already is not put twice.
    Raises NotPossible for a conversation that is over or at another table.
    """
    held = Table.objects.select_for_update().get(pk=table.pk)
    words = some(words)
    if conversation is not None:
        _must_be_ahead(conversation, held)
    there = AgendaItem.objects.filter(table=held, words=words, topic=topic, settled="")
    sent = there.order_by("put_at", "pk").first()
    if sent is not None:
        return sent
    last = AgendaItem.objects.filter(table=held, settled="").aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem.objects.create(
        table=held,
        municipality_id=held.municipality_id,
        conversation=conversation,
        topic=topic,
        words=words,
        side=side_at(table=held, by=by, at=at),
        put_by=by,
        put_at=at,
        position=last + 1,
        form_key=_unused(held, form_key),
    )
    record(act="agenda.write", by=by, thing=item, at=at)
    return item


@transaction.atomic
def move_item(*, item: AgendaItem, up: bool, by: Person, at: datetime) -> None:
    """She changes places with the item above it (or below). At the end of the list nothing changes."""
    only_the_head(thing=item, by=by, at=at)
    table = Table.objects.select_for_update().get(pk=item.table_id)
    rows = open_items(table=table)
    here = next((place for place, row in enumerate(rows) if row.pk == item.pk), None)
    there = None if here is None else here + (-1 if up else 1)
    if here is None or there is None or not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for position, row in enumerate(rows, start=1):
        row.position = position
    AgendaItem.objects.bulk_update(rows, ["position"])
    record(act="agenda.order", by=by, thing=item, at=at)


@transaction.atomic
def remove_item(*, item: AgendaItem, by: Person, at: datetime) -> None:
    """She takes an item off the list, whoever put it there. It is gone; the audit keeps that it was."""
    only_the_head(thing=item, by=by, at=at)
    _take_off(item, by, at, "agenda.order")


@transaction.atomic
def withdraw_item(*, item: AgendaItem, by: Person, at: datetime) -> None:
    """Whoever put an item on the list takes it off again. Raises NotPossible for somebody else's."""
    if item.put_by_id != by.pk:
        raise NotPossible(_("Det er ikke dig, der har skrevet det."))
    _take_off(item, by, at, "agenda.withdraw")


@transaction.atomic
def draw_boundary(*, conversation: Conversation, words: str, form_key: FormKey, by: Person, at: datetime) -> Boundary:
    """What she will not talk about that day. The same said again changes nothing.

    Raises NotPossible for anybody but the head, and when the day is over.
    """
    only_the_head(thing=conversation, by=by, at=at)
    held = Conversation.objects.select_for_update().get(pk=conversation.pk)
    words = some(words)
    if not takes_boundaries(conversation=held, at=at):
        raise NotPossible(_("Den dag er gået. Skriv det til den næste samtale."))
    drawn = Boundary.objects.filter(conversation=held)
    said = drawn.filter(words=words).first() or drawn.filter(form_key=form_key).first()
    if said is not None and said.words == words:
        return said
    boundary = Boundary.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        conversation=held,
        words=words,
        drawn_at=at,
        form_key=new_id() if said is not None else form_key,
    )
    record(act="boundary.write", by=by, thing=boundary, at=at)
    return boundary


@transaction.atomic
def take_back_boundary(*, boundary: Boundary, by: Person, at: datetime) -> None:
    """She lets it go; it is gone."""
    only_the_head(thing=boundary, by=by, at=at)
    record(act="boundary.write", by=by, thing=boundary, at=at)
    boundary.delete()


def _take_off(item: AgendaItem, by: Person, at: datetime, act: str) -> None:
    held = AgendaItem.objects.select_for_update().filter(pk=item.pk).first()
    if held is None:
        return
    if held.settled in Settled.values:
        raise NotPossible(_("I har talt om det. Det bliver stående."))
    record(act=act, by=by, thing=held, at=at)
    held.delete()


def _must_be_ahead(conversation: Conversation, table: Table) -> None:
    held = Conversation.objects.get(pk=conversation.pk)
    if held.table_id != table.pk:
        raise NotPossible(_("Den samtale er ved et andet bord."))
    if held.held_at is not None or held.cancelled_at is not None:
        raise NotPossible(_("Den samtale er forbi. Skriv det til den næste."))


def _unused(table: Table, form_key: FormKey | None) -> FormKey:
    """The back button sends other words from the same form: they are another item."""
    used = form_key is not None and AgendaItem.objects.filter(table=table, form_key=form_key).exists()
    return new_id() if form_key is None or used else form_key
