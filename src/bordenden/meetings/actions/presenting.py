"""The own part of a family's plan on the agenda: an item for each who presents one; who does, the caller says."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import new_id
from bordenden.meetings.models import AgendaItem
from bordenden.meetings.queries import own_parts
from bordenden.meetings.words import OWN_PART, Side
from bordenden.pathways.models import Table
from bordenden.people.models import Person


@transaction.atomic
def present_own_part(*, table: Table, presenter: Person, by: Actor, at: datetime) -> AgendaItem:
    """The presenter's own item, last on the list; it waits for the next conversation. One that stands is kept.

    It is the presenter's, whoever set the day: nobody but a head takes it off or moves it.
    """
    held = Table.objects.select_for_update().get(pk=table.pk)
    stands = own_parts(table=held).filter(put_by=presenter).first()
    if stands is not None:
        return stands
    last = AgendaItem.objects.filter(table=held, settled="").aggregate(last=Max("position"))["last"] or 0
    item = AgendaItem.objects.create(
        table=held,
        municipality_id=held.municipality_id,
        topic=OWN_PART,
        words=_("%(name)s fortæller om sin del") % {"name": presenter.given_name},
        side=Side.CITIZEN,
        put_by=presenter,
        put_at=at,
        position=last + 1,
        form_key=new_id(),
    )
    record(act="agenda.write", by=by, thing=item, at=at)
    return item


@transaction.atomic
def take_own_part_off(*, table: Table, presenter: Person, by: Actor, at: datetime) -> None:
    """Who is not in the family any more presents nothing; what was talked about stays."""
    Table.objects.select_for_update().get(pk=table.pk)
    for item in own_parts(table=table).filter(put_by=presenter):
        record(act="agenda.order", by=by, thing=item, at=at)
        item.delete()
