"""An offer as words, the same for her and for her caseworker: a line in the list, and all there is to know of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.offers import queries
from bordenden.offers.words import OfferKind
from bordenden.web.design.parts import Fact
from bordenden.web.parts.chosen import how_long
from bordenden.web.parts.said_when import on_day

if TYPE_CHECKING:
    from bordenden.offers.models import Offer

SHORT = 110
STARTS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One in a list: its name, a few words on it, where, and whether there is room."""

    name: str
    about: str
    where: str
    room: str
    has_room: bool
    starts: str
    url: str


@dataclass(frozen=True, slots=True)
class OfferPart:
    """All there is to know of one; paragraphs as they were written, "" for what nobody has said."""

    name: str
    area: str
    about: str
    for_whom: str
    facts: tuple[Fact, ...]
    steps: tuple[str, ...]
    contact: str
    phone: str
    hours: str
    legal_basis: str
    withdrawn: bool


def offer_line(offer: Offer, url: str) -> OfferLine:
    """Of an offer from `queries.found`."""
    next_start = offer.next_start  # type: ignore[attr-defined]
    free = queries.room_now(offer)
    return OfferLine(
        offer.name,
        shortened(offer.about),
        " · ".join(word for word in (str(offer.get_area_display()), offer.place) if word),
        room_words(free),
        free is None or free > 0,
        _("Begynder %(day)s") % {"day": on_day(next_start)} if next_start else "",
        url,
    )


def offer_part(offer: Offer, at: datetime) -> OfferPart:
    """Of an offer from `queries.with_places`. Two queries: its start dates and how long one waits."""
    return OfferPart(
        offer.name,
        str(offer.get_area_display()),
        offer.about,
        offer.for_whom,
        tuple(fact for fact in facts(offer, at) if fact.value),
        _steps(offer),
        offer.contact_name,
        offer.contact_phone,
        offer.contact_hours,
        offer.legal_basis,
        offer.withdrawn_at is not None,
    )


def facts(offer: Offer, at: datetime) -> tuple[Fact, ...]:
    """What one asks about, in the order one asks; the same rows stand side by side when offers are compared."""
    starts = queries.starts_of(offers=[offer], on=localdate(at)).get(offer.pk, [])
    free = queries.room_now(offer)
    return (
        Fact(_("Er der plads?"), room_words(free)),
        Fact(_("Ventetid"), _waiting(offer, free, at)),
        Fact(_("Begynder"), ", ".join(on_day(day) for day in starts[:STARTS_SHOWN])),
        Fact(_("Hvornår"), offer.times),
        Fact(_("Hvor"), offer.place),
        Fact(_("Hvem står for det?"), provider_words(offer)),
        Fact(_("Med andre?"), _company(offer)),
        Fact(_("Hvad koster det?"), _("Det er normalt gratis for dig.")),
        Fact(_("Hvornår er det slut?"), offer.end_criterion),
    )


def room_words(free: int | None) -> str:
    """How much room there is, in words."""
    if free is None:
        return _("Der er plads")
    if free == 0:
        return _("Der er ikke plads lige nu")
    return ngettext("Plads til %(free)d til", "Plads til %(free)d til", free) % {"free": free}


def provider_words(offer: Offer) -> str:
    """Who holds it: its own name, and who stands behind."""
    kind = str(offer.get_provider_kind_display())
    if not offer.provider or kind.lower() in offer.provider.lower():
        return offer.provider or kind
    return _("%(name)s (%(kind)s)") % {"name": offer.provider, "kind": kind.lower()}


def shortened(text: str, most: int = SHORT) -> str:
    """The first words of a text, cut at a whole word."""
    first = " ".join(text.split())
    if len(first) <= most:
        return first
    return f"{first[:most].rsplit(' ', 1)[0].rstrip('.,;:')} …"


def _waiting(offer: Offer, free: int | None, at: datetime) -> str:
    """How long it takes until as many places have become free as there are people before her, and one more."""
    if free is None or free > 0:
        return _("Ingen. Du kan begynde, når I har aftalt det.")
    before = offer.taken - (offer.capacity or 0)  # type: ignore[attr-defined]
    return how_long(queries.pace_of(offer=offer, at=at), max(before, 0) + 1)


def _company(offer: Offer) -> str:
    if offer.for_families:
        return _("Sammen med din familie")
    if offer.in_a_group:
        return _("Sammen med andre")
    if offer.kind == OfferKind.PERSON:
        return _("Kun dig og den, der hjælper")
    return _("Ikke i en gruppe")


def _steps(offer: Offer) -> tuple[str, ...]:
    """What comes after "Jeg vil gerne", in four short sentences."""
    return (
        _("Tryk på “Jeg vil gerne”. Så står det som et ønske på din plan."),
        _("Du og din sagsbehandler taler om det."),
        _("Er der ikke plads, kan du vente på en plads."),
        _("Får du en plads tilbudt, siger du selv ja eller nej.")
        if offer.kind == OfferKind.ACTIVITY
        else _("Når der er tid til dig, siger du selv ja eller nej."),
    )
