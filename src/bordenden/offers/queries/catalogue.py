"""Reads about the catalogue: what is published, what is a draft, what an offer lacks, which areas are empty."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from bordenden.offers.models import Catalogue, Offer, StartDate, Waiting
from bordenden.offers.words import HOLDS_A_PLACE, Area, WaitingState
from bordenden.people.models import Municipality

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True, slots=True)
class LineCount:
    """How many wait for an offer, and how many hold a place in it."""

    waiting: int = 0
    held: int = 0


# What an offer says, in the words of its form.
LABELS: "dict[str, StrPromise]" = {
    "name": _("Navn"),
    "area": _("Område"),
    "category": _("Hvad det handler om"),
    "department": _("Afdeling, der betaler"),
    "kind": _("Slags"),
    "about": _("Hvad det er"),
    "for_whom": _("Hvem det er for"),
    "provider_kind": _("Slags udbyder"),
    "provider": _("Hvem der står for det"),
    "place": _("Sted"),
    "times": _("Tider"),
    "capacity": _("Pladser"),
    "cost": _("Pris for kommunen pr. person i kroner"),
    "legal_basis": _("Lovgrundlag"),
    "end_criterion": _("Hvornår det er slut"),
    "contact_name": _("Kontaktperson"),
    "contact_phone": _("Telefon"),
    "contact_hours": _("Telefontid"),
    "in_a_group": _("Foregår i en gruppe"),
    "for_families": _("For familier"),
    "discreet": _("Navnet siger noget følsomt"),
    "starts": _("Begynder"),
}
# Without these nobody can choose it, reach it or pay for it. A capacity may be left out: then there is room for all.
_MUST_SAY = (
    "about",
    "for_whom",
    "provider",
    "place",
    "times",
    "cost",
    "legal_basis",
    "contact_name",
    "contact_phone",
    "contact_hours",
)


def label_of(name: str) -> str:
    """The field in the words of its form."""
    return str(LABELS[name])


def published(*, municipality: Municipality, at: datetime) -> QuerySet[Offer]:
    """What citizens of the municipality can find at that moment, in Danish order; nothing while it is not open."""
    is_open = Catalogue.objects.filter(municipality=OuterRef("municipality"), opened_at__lte=at)
    return (
        _standing(Offer.objects.filter(municipality=municipality), at)
        .filter(Exists(is_open))
        .order_by("sort_key", "pk")
    )


def in_catalogue(*, municipality: Municipality) -> QuerySet[Offer]:
    """All that stands in the municipality's catalogue, drafts and withdrawn ones too, by area and name."""
    return Offer.objects.filter(municipality=municipality).order_by("area", "sort_key", "pk")


def is_published(offer: Offer, *, at: datetime) -> bool:
    """Whether it can be found, once the catalogue is open."""
    return offer.published_at is not None and offer.published_at <= at and not is_withdrawn(offer, at=at)


def is_withdrawn(offer: Offer, *, at: datetime) -> bool:
    """Whether it has been taken out."""
    return offer.withdrawn_at is not None and offer.withdrawn_at <= at


def catalogue_of(*, municipality: Municipality) -> Catalogue | None:
    """The municipality's catalogue, once somebody has begun it."""
    return Catalogue.objects.filter(municipality=municipality).first()


def empty_areas(*, municipality: Municipality, at: datetime) -> list[Area]:
    """The areas in which nothing is published, in their order."""
    mine = _standing(Offer.objects.filter(municipality=municipality), at)
    filled = set(mine.order_by("area").values_list("area", flat=True).distinct())
    return [area for area in Area if area not in filled]


def lacking(offer: Offer) -> list[str]:
    """The fields that must say something before it can be published, in the words of the form."""
    return [label_of(name) for name in _MUST_SAY if getattr(offer, name) in ("", None)]


def starter_items() -> QuerySet[Offer]:
    """The national starter set, by area and name."""
    return Offer.objects.filter(municipality__isnull=True).order_by("area", "sort_key", "pk")


def missing_starters(*, municipality: Municipality) -> QuerySet[Offer]:
    """The national items the municipality's catalogue has not got."""
    own = Offer.objects.filter(municipality=municipality, starter=OuterRef("starter"))
    return starter_items().filter(~Exists(own))


def starts_of(*, offers: Iterable[Offer], on: date) -> dict[UUID, list[date]]:
    """The days from `on` each of them begins on, the nearest first. One query."""
    days: dict[UUID, list[date]] = {}
    coming = StartDate.objects.filter(offer__in=list(offers), on__gte=on).order_by("on", "offer_id")
    for start in coming:
        days.setdefault(start.offer_id, []).append(start.on)
    return days


def places_taken(*, offer: Offer) -> int:
    """How many have said yes to a place and are in it: they keep it, whatever becomes of the offer."""
    return Waiting.objects.filter(offer=offer, state=WaitingState.TAKEN).count()


def told_when_withdrawn(*, offer: Offer) -> int:
    """How many wait, or have been offered a place: they are told when the offer is withdrawn."""
    return Waiting.objects.filter(offer=offer, state__in=[WaitingState.WAITING, WaitingState.OFFERED]).count()


def line_counts(*, offers: Iterable[Offer]) -> dict[UUID, LineCount]:
    """How many wait for each of them and how many hold a place; absent where nobody does. One query."""
    counted = (
        Waiting.objects.filter(offer__in=list(offers))
        .order_by("offer")
        .values_list("offer")
        .annotate(
            waiting=Count("pk", filter=Q(state=WaitingState.WAITING)),
            held=Count("pk", filter=Q(state__in=sorted(HOLDS_A_PLACE))),
        )
    )
    return {offer: LineCount(waiting, held) for offer, waiting, held in counted}


def _standing(offers: QuerySet[Offer], at: datetime) -> QuerySet[Offer]:
    return offers.filter(Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=at), published_at__lte=at)
