"""Writes about what is hers alone: keep an offer, lay it beside others, go to an event."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.offers.models import Attending, Event, Offer, Saved
from bordenden.pathways.models import Table
from bordenden.pathways.queries import sits_at_head

MOST_SIDE_BY_SIDE = 3


@transaction.atomic
def save(*, table: Table, offer: Offer, by: Actor, at: datetime) -> Saved:
    """She keeps it for herself. Kept twice is kept once."""
    _only_the_head(table, by, at)
    _of_hers(table, offer)
    kept, new = Saved.objects.get_or_create(
        table=table,
        owner_id=by.pk,
        offer=offer,
        defaults={"municipality_id": table.municipality_id, "saved_at": at},
    )
    if new:
        record(act="offer.save", by=by, thing=kept, at=at)
    return kept


@transaction.atomic
def unsave(*, table: Table, offer: Offer, by: Actor, at: datetime) -> None:
    """She keeps it no more: nothing is left of it. Let go twice is let go once."""
    _only_the_head(table, by, at)
    kept = Saved.objects.select_for_update().filter(table=table, owner_id=by.pk, offer=offer).first()
    if kept is not None:
        record(act="offer.unsave", by=by, thing=kept, at=at)
        kept.delete()


@transaction.atomic
def lay_beside(*, table: Table, offer: Offer, by: Actor, at: datetime) -> Saved:
    """She lays it beside others to compare, and keeps it. Raises NotPossible while three lie there already."""
    kept = save(table=table, offer=offer, by=by, at=at)
    if kept.compared_at is not None:
        return kept
    laid = Saved.objects.select_for_update().filter(table=table, owner_id=by.pk, compared_at__isnull=False)
    if len(laid.order_by("pk")) >= MOST_SIDE_BY_SIDE:
        raise NotPossible(_("Du kan se tre ad gangen. Tag en væk først."))
    kept.compared_at = at
    kept.save(update_fields=["compared_at"])
    record(act="offer.lay_beside", by=by, thing=kept, at=at)
    return kept


@transaction.atomic
def lay_back(*, table: Table, offer: Offer, by: Actor, at: datetime) -> None:
    """She takes it away from the others; it is still kept."""
    _only_the_head(table, by, at)
    rows = Saved.objects.select_for_update().filter(table=table, owner_id=by.pk, offer=offer)
    kept = rows.filter(compared_at__isnull=False).first()
    if kept is not None:
        kept.compared_at = None
        kept.save(update_fields=["compared_at"])
        record(act="offer.lay_back", by=by, thing=kept, at=at)


@transaction.atomic
def attend(*, table: Table, event: Event, coming: bool, by: Actor, at: datetime) -> Attending | None:
    """She comes to the event, or not after all; said again it changes nothing.

    Raises NotPossible for an event that is over, called off, or not in her municipality.
    """
    _only_the_head(table, by, at)
    said = Attending.objects.select_for_update().filter(table=table, person_id=by.pk, event=event).first()
    if not coming:
        return _off(said, by, at)
    if event.municipality_id != table.municipality_id or event.published_at is None:
        raise NotPossible(_("Det findes ikke mere. Se, om der er noget andet."))
    if event.cancelled_at is not None:
        raise NotPossible(_("Det er desværre aflyst."))
    if event.ends_at <= at:
        raise NotPossible(_("Det er slut. Se, om der kommer noget lignende."))
    if said is not None and said.off_at is None:
        return said
    if said is None:
        said = Attending(table=table, municipality_id=table.municipality_id, person_id=by.pk, event=event, said_at=at)
    said.said_at, said.off_at = at, None
    said.save()
    record(act="event.attend", by=by, thing=said, at=at)
    return said


def _off(said: Attending | None, by: Actor, at: datetime) -> Attending | None:
    if said is not None and said.off_at is None:
        said.off_at = at
        said.save(update_fields=["off_at"])
        record(act="event.stay_away", by=by, thing=said, at=at)
    return said


def _only_the_head(table: Table, by: Actor, at: datetime) -> None:
    if not sits_at_head(thing=table, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, gøre."))


def _of_hers(table: Table, offer: Offer) -> None:
    """What is not open to her municipality is not there to be kept."""
    if offer.municipality_id != table.municipality_id or not offer.is_out:
        raise NotPossible(_("Den mulighed findes ikke mere. Se, om der er en anden."))
