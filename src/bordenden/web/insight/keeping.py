"""What the keeper's pages show: the menu, an offer in one line, an offer in full, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.offers.queries import catalogue_of, is_published, is_to_read, is_withdrawn, label_of
from bordenden.offers.words import NEVER_EMPTY, Area, Category
from bordenden.web.design.parts import Fact, NavItem
from bordenden.web.parts.mentor_fields import taken_words

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorProfile
    from bordenden.mentors.queries import Choice
    from bordenden.offers.actions import OfferSaid
    from bordenden.offers.models import Catalogue, Material, Offer
    from bordenden.offers.queries import LineCount
    from bordenden.people.models import Municipality

_IN_FULL = (
    "about",
    "for_whom",
    "area",
    "category",
    "kind",
    "provider",
    "provider_kind",
    "department",
    "place",
    "times",
    "starts",
    "capacity",
    "cost",
    "legal_basis",
    "end_criterion",
    "contact_name",
    "contact_phone",
    "contact_hours",
    "in_a_group",
    "for_families",
    "discreet",
)


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer in the keeper's list."""

    name: str
    url: str
    area: str
    state: str
    line: str


@dataclass(frozen=True, slots=True)
class MentorRow:
    """A mentor in the keeper's list."""

    name: str
    url: str
    state: str
    taken: str
    languages: str


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area and whether something is published in it."""

    label: str
    filled: bool
    must: bool


def keeper_menu(catalogue: UUID, current: str = "") -> tuple[NavItem, ...]:
    """Home, and the five lists of the keeper."""
    pages = (
        ("catalogue", _("Muligheder")),
        ("events_kept", _("Arrangementer")),
        ("materials_kept", _("Til at læse")),
        ("mentors_kept", _("Mentorer")),
        ("needs", _("Det, borgerne savner")),
    )
    home = NavItem(_("Hjem"), reverse("home"))
    return (home, *(NavItem(text, reverse(name, args=[catalogue]), current=current == name) for name, text in pages))


def menu_of(municipality: Municipality | None, current: str = "") -> tuple[NavItem, ...]:
    """The same, for a page of one thing in the catalogue."""
    return keeper_menu(catalogue_at(municipality).pk, current)


def around(municipality: Municipality | None, current: str) -> dict[str, object]:
    """The menu, and the catalogue the page of one thing leads back to."""
    found = catalogue_at(municipality)
    return {"catalogue": found, "nav_items": keeper_menu(found.pk, current)}


def catalogue_at(municipality: Municipality | None) -> Catalogue:
    """The catalogue of the place; a thing of a place without one is not there."""
    found = catalogue_of(municipality=municipality) if municipality is not None else None
    if found is None:
        raise Http404
    return found


def areas_of(empty: list[Area]) -> list[AreaLine]:
    """Every area, and whether it is filled."""
    return [AreaLine(str(area.label), area not in empty, area in NEVER_EMPTY) for area in Area]


def row_of(offer: Offer, line: LineCount, *, at: datetime) -> OfferRow:
    """One line of the list: where it stands, who waits and who holds a place."""
    return OfferRow(
        offer.name,
        reverse("offer_kept", args=[offer.pk]),
        str(Area(offer.area).label),
        state_of(offer, at=at),
        line_words(offer, line) if is_published(offer, at=at) else "",
    )


def state_of(offer: Offer, *, at: datetime) -> str:
    """Draft, published or taken out."""
    if is_withdrawn(offer, at=at):
        return _("Taget ud")
    return _("Udgivet") if is_published(offer, at=at) else _("Kladde")


def mentor_row(choice: Choice) -> MentorRow:
    """One line of the list of mentors."""
    profile = choice.profile
    return MentorRow(
        profile.person.name,
        reverse("mentor_kept", args=[profile.pk]),
        mentor_state(profile, choice.taken),
        taken_words(choice.taken, profile.capacity),
        ", ".join(str(one.label) for one in profile.spoken),
    )


def mentor_state(profile: MentorProfile, taken: int) -> str:
    """Whether citizens can choose the mentor now, and if not, why."""
    if profile.left_at is not None:
        return _("Stoppet")
    if profile.shown_at is None:
        return _("Vises ikke")
    return _("Kan vælges") if taken < profile.capacity else _("Fyldt op")


def text_state(material: Material, *, at: datetime) -> str:
    """The same for a text."""
    if is_to_read(material, at=at):
        return _("Udgivet")
    return _("Kladde") if material.published_at is None else _("Taget ud")


def line_words(offer: Offer, line: LineCount) -> str:
    """How many hold a place of how many, and how many wait."""
    if offer.capacity is None:
        places = _("plads til alle")
    else:
        places = _("%(held)d af %(capacity)d pladser er taget") % {"held": line.held, "capacity": offer.capacity}
    if not line.waiting:
        return places
    return f"{places}, " + ngettext("%(number)d venter", "%(number)d venter", line.waiting) % {"number": line.waiting}


def too_few_places(offer: Offer, line: LineCount) -> str:
    """What it means that more hold a place than there are; nothing when they do not."""
    if offer.capacity is None or line.held <= offer.capacity:
        return ""
    words = {"capacity": offer.capacity, "held": line.held}
    return (
        _("Der er %(capacity)d pladser, og %(held)d har en. Ingen mister sin plads.") % words
        + " "
        + _("En ny bliver først ledig, når færre end %(capacity)d har en.") % words
    )


def facts_of(said: OfferSaid) -> list[Fact]:
    """The offer in full, each field that says something."""
    return [Fact(label_of(name), words) for name in _IN_FULL if (words := _words(said, name))]


def _words(said: OfferSaid, name: str) -> str:
    value = getattr(said, name)
    if name == "capacity":
        return number_format(value) if value is not None else _("Plads til alle")
    if name == "category":
        return str(Category(value).label) if value else ""
    if name == "starts":
        return ", ".join(f"{day:%d.%m.%Y}" for day in value)
    if isinstance(value, bool):
        return _("Ja") if value else ""
    if isinstance(value, int):
        return number_format(value, use_l10n=True, force_grouping=True)
    return str(getattr(value, "label", value) or "")
