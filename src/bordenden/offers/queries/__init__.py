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

__all__ = [
    "all_events",
    "catalogue_of",
    "coming_events",
    "empty_areas",
    "in_catalogue",
    "is_published",
    "is_withdrawn",
    "label_of",
    "lacking",
    "missing_starters",
    "places_held",
    "published",
    "starter_items",
    "starts_of",
    "told_when_withdrawn",
    "with_line",
]
