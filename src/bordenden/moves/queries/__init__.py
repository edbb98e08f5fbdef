"""Reads of moving: what is hers as plain data, what waits for her answer, what is on its way here."""

from bordenden.moves.queries.asked import (
    Asked,
    asked_columns,
    asked_in,
    awaiting_departure,
    hers_in_numbers,
    left_behind,
    on_their_way,
    to_be_carried,
)
from bordenden.moves.queries.packing import KINDS, Kind, suitcase_of

__all__ = [
    "KINDS",
    "Asked",
    "Kind",
    "asked_columns",
    "asked_in",
    "awaiting_departure",
    "hers_in_numbers",
    "left_behind",
    "on_their_way",
    "suitcase_of",
    "to_be_carried",
]
