"""Reads about offers: the catalogue, events, and what stands around them."""

from bordenden.offers.queries.catalogue import (
    catalogue_of,
    empty_areas,
    in_catalogue,
    is_published,
    is_withdrawn,
    label_of,
    lacking,
    missing_starters,
    places_held,
    published,
    starter_items,
    starts_of,
    told_when_withdrawn,
    with_line,
)
from bordenden.offers.queries.events import all_events, coming_events
from bordenden.offers.queries.hers import events_for, events_of, saved_by, saved_of, side_by_side
from bordenden.offers.queries.looking import Sought, found, free_places, waited_weeks, with_places

__all__ = [
    "Sought",
    "all_events",
    "catalogue_of",
    "coming_events",
    "empty_areas",
    "events_for",
    "events_of",
    "found",
    "free_places",
    "in_catalogue",
    "is_published",
    "is_withdrawn",
    "label_of",
    "lacking",
    "missing_starters",
    "places_held",
    "published",
    "saved_by",
    "saved_of",
    "side_by_side",
    "starter_items",
    "starts_of",
    "told_when_withdrawn",
    "waited_weeks",
    "with_line",
    "with_places",
]
