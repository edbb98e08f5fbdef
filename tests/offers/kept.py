"""A catalogue of Fjordby as the keeper's tests need it: begun, with offers that say everything. All made up."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import uuid4

from bordenden.offers import actions
from bordenden.offers.actions import OfferSaid
from bordenden.offers.models import Catalogue, Offer
from bordenden.offers.words import IN_AREA, NEVER_EMPTY, Area
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast

WALK = OfferSaid(
    name="Gåtur om morgenen",
    area=Area.HEALTH,
    category="body",
    department=Department.HEALTH,
    about="I går en tur sammen.",
    for_whom="Dig, der gerne vil ud.",
    provider="Sundhedshuset",
    place="Fjordparken",
    times="Tirsdag kl. 9",
    capacity=4,
    cost=1200,
    legal_basis="Sundhedsloven § 119",
    contact_name="Dorte Hede",
    contact_phone="20 00 00 44",
    contact_hours="hverdage 9–12",
)


def begun(cast: Cast) -> Catalogue:
    """Fjordby's catalogue, empty and shut."""
    return actions.begin_catalogue(municipality=cast.fjordby, by=cast.lis, at=MONDAY)


def draft(cast: Cast, **changes: Any) -> Offer:
    """An offer that says everything but for the changes."""
    said = replace(WALK, **changes)
    return actions.write_offer(municipality=cast.fjordby, said=said, form_key=uuid4(), by=cast.lis, at=MONDAY)


def published(cast: Cast, **changes: Any) -> Offer:
    """The same, published."""
    return actions.publish(offer=draft(cast, **changes), by=cast.lis, at=MONDAY)


def fill(cast: Cast, areas: Iterable[Area] = NEVER_EMPTY) -> list[Offer]:
    """One published offer in each area."""
    return [published(cast, area=area, category=IN_AREA[area][0], name=f"Noget om {area}") for area in areas]


def opened(cast: Cast) -> list[Offer]:
    """An open catalogue with one offer in each area that must not be empty."""
    catalogue, offers = begun(cast), fill(cast)
    actions.open_catalogue(catalogue=catalogue, by=cast.lis, at=MONDAY)
    return offers
