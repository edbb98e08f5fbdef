"""All that writes about offers: the lines of those who wait."""

from bordenden.offers.actions.lines import decline, end_place, join, leave, let_go, prioritise, take
from bordenden.offers.actions.places import give_places, hold_line, pass_on

__all__ = [
    "decline", "end_place", "give_places", "hold_line", "join", "leave", "let_go", "pass_on", "prioritise", "take",
]  # fmt: skip
