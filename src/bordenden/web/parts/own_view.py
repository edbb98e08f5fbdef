"""How a caseworker sees her situation, as it is shown to both: each question with the number and the words at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bordenden.assessments.words import spoken
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.assessments.models import Item
    from bordenden.assessments.queries import OwnView

# From here on the words at that end of the scale are nearer than those in the middle.
LOW, HIGH = 2, 8


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A topic, the number, and what stands at that end of the scale."""

    topic: str
    question: str
    value: int
    words: str


@dataclass(frozen=True, slots=True)
class SeenView:
    """One saying: who, on which day, and its lines."""

    name: str
    when: str
    lines: tuple[SeenLine, ...]


def seen_views(views: Iterable[OwnView]) -> list[SeenView]:
    """Each view as it is shown."""
    return [
        SeenView(
            name=view.informant.given_name,
            when=day(view.sheet.said_at),
            lines=tuple(
                SeenLine(spoken(item.topic), spoken(item.question), value, spoken(words_at(item, value)))
                for item, value in view.said
            ),
        )
        for view in views
    ]


def words_at(item: Item, value: int) -> str:
    """The words that stand nearest to a number on the item's scale: those at 0, 5 or 10."""
    if value <= LOW:
        return item.low
    return item.high if value >= HIGH else item.middle
