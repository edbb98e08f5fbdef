"""Reads of what is hers alone: what she keeps, what she has laid side by side, and the events she goes to."""

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from bordenden.audit.actions import Actor
from bordenden.offers.models import Attending, Event, Offer, Saved
from bordenden.offers.queries.catalogue import published
from bordenden.offers.queries.events import coming_events
from bordenden.offers.queries.looking import with_places
from bordenden.pathways.models import Table


def saved_by(*, table: Table, person: Actor) -> QuerySet[Saved]:
    """What she keeps, the newest first, each with its offer; also what is not on show any more."""
    rows = Saved.objects.filter(table=table, owner_id=person.pk).select_related("offer")
    return rows.order_by("-saved_at", "pk")


def saved_of(*, table: Table, offer: Offer, person: Actor) -> Saved | None:
    """That she keeps this one."""
    return Saved.objects.filter(table=table, owner_id=person.pk, offer=offer).first()


def side_by_side(*, table: Table, person: Actor, at: datetime) -> QuerySet[Offer]:
    """What she has laid side by side and is still on show, in the order she laid it there."""
    laid = Saved.objects.filter(table=table, owner_id=person.pk, compared_at__isnull=False)
    rows = published(municipality=table.municipality, at=at).filter(pk__in=laid.values("offer_id"))
    when = Saved.objects.filter(table=table, owner_id=person.pk, offer=OuterRef("pk")).values("compared_at")
    return with_places(rows, at=at).annotate(laid_at=when[:1]).order_by("laid_at", "pk")


def events_for(*, table: Table, person: Actor, at: datetime) -> QuerySet[Event]:
    """What happens from now on in her municipality, the nearest first; `going` says whether she comes."""
    return coming_events(municipality=table.municipality, at=at).annotate(going=_going(table, person))


def events_of(*, table: Table, person: Actor, at: datetime) -> QuerySet[Event]:
    """Those of them she goes to."""
    return events_for(table=table, person=person, at=at).filter(_going(table, person))


def _going(table: Table, person: Actor) -> Exists:
    comes = Attending.objects.filter(table=table, person_id=person.pk, off_at=None, event=OuterRef("pk"))
    return Exists(comes)
