"""A fall is met, not marked: what she is asked when a number is lower than before, and her ways to talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bordenden.meetings.queries import open_items
from bordenden.pathways.queries import beside_her
from bordenden.web.parts.development import fallen, wellbeing_fell

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.assessments.models import Sheet
    from bordenden.assessments.queries import Development, Wellbeing
    from bordenden.pathways.models import Table
    from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class Met:
    """What `citizen/met.html` shows about one round.

    `declined`: she has said "Ikke nu" about it. `topics`: what can be put on the agenda; `waits`: it stands there.
    """

    sheet: Sheet
    declined: bool
    topics: tuple[str, ...] = ()
    waits: bool = False
    caseworker: Person | None = None


def met(table: Table, development: Development, wellbeing: Wellbeing, *, at: datetime) -> Met | None:
    """None when nothing fell. The newest round that fell is asked about once; "Ikke nu" holds for that round."""
    fell = (
        [development.newest] if fallen(development) else [],
        [wellbeing.newest] if wellbeing_fell(wellbeing) else [],
    )
    sheets = [sheet for found in fell for sheet in found if sheet is not None]
    if not sheets:
        return None
    asked = next((sheet for sheet in sheets if sheet.not_now_at is None), None)
    if asked is None:
        return Met(sheets[0], declined=True)
    topics = talked_of(development)
    waiting = {item.words for item in open_items(table=table)} if topics else set()
    caseworker = beside_her(thing=table, at=at).answers
    return Met(asked, False, topics, bool(topics) and waiting.issuperset(topics), caseworker)


def talked_of(development: Development) -> tuple[str, ...]:
    """What fell, as it is written on the agenda. Her caseworker reads that: nothing shielded is ever in it."""
    return tuple(topic.name for topic in fallen(development) if not topic.shielded)
