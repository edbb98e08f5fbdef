"""Reads for whoever looks in the catalogue: what is open to a table, sifted; free places and the waiting time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, F, IntegerField, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from bordenden.foundation.alphabet import search_key
from bordenden.offers.models import Offer, StartDate, Waiting
from bordenden.offers.queries.catalogue import published
from bordenden.offers.words import STILL_IN, Area, OfferKind
from bordenden.pathways.models import Table

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Sought:
    """What she looks for; what is None, False or "" does not narrow anything."""

    area: Area | None = None
    kind: OfferKind | None = None
    in_a_group: bool | None = None
    for_families: bool = False
    free: bool = False
    soon: bool = False
    words: str = ""
    place: str = ""


def found(*, table: Table, sought: Sought, at: datetime) -> QuerySet[Offer]:
    """What is on show and is what she looks for. Each row knows `taken` and `next_start`; see `room_now`."""
    rows = with_places(published(municipality=table.municipality, at=at), at=at).filter(_plain(sought))
    for word in sought.words.split():
        rows = rows.filter(search_text__contains=search_key(word))
    for word in sought.place.split():
        rows = rows.filter(place_key__contains=search_key(word))
    if sought.free:
        rows = rows.filter(Q(capacity__isnull=True) | Q(capacity__gt=F("taken")))
    if sought.soon:
        today = localdate(at)
        rows = rows.filter(Exists(StartDate.objects.filter(offer=OuterRef("pk"), on__gte=today, on__lt=today + SOON)))
    return rows


def with_places(offers: QuerySet[Offer], *, at: datetime) -> QuerySet[Offer]:
    """Each with `taken`, those who hold a place or stand in line, and `next_start`, the first day it begins on."""
    line = Waiting.objects.filter(offer=OuterRef("pk"), state__in=sorted(STILL_IN)).order_by()
    taken = line.values("offer").annotate(many=Count("pk")).values("many")
    starts = StartDate.objects.filter(offer=OuterRef("pk"), on__gte=localdate(at)).order_by()
    first = starts.values("offer").annotate(first=Min("on")).values("first")
    return offers.annotate(
        taken=Coalesce(Subquery(taken, output_field=IntegerField()), 0),
        next_start=Subquery(first),
    )


def room_now(offer: Offer) -> int | None:
    """How many could come now, of an offer from `with_places`; None where there is no limit."""
    if offer.capacity is None:
        return None
    taken: int = offer.taken  # type: ignore[attr-defined]
    return max(offer.capacity - taken, 0)


def _plain(sought: Sought) -> Q:
    """What stands in a column of the offer itself."""
    wanted = {"area": sought.area, "kind": sought.kind, "in_a_group": sought.in_a_group}
    narrow = Q(**{name: value for name, value in wanted.items() if value is not None})
    return narrow & Q(for_families=True) if sought.for_families else narrow
