"""Rounds of places: passed on when nobody answered in time, given when they are free, freed when a course is over.

Each municipality by itself: behind the walls of PostgreSQL no other is seen. One transaction an offer or a table,
so that no line is held longer than it takes.
"""

from collections.abc import Iterator
from datetime import datetime

from bordenden.foundation.nobody import NOBODY
from bordenden.foundation.snapshot import writing
from bordenden.offers.queries import expecting, late_lines, still_in_after_the_end
from bordenden.people.queries import municipalities
from bordenden.plans import actions


def pass_on(*, at: datetime) -> int:
    """Places nobody answered for go on to the next in line. Gives how many."""
    gone = 0
    for municipality in _each():
        with writing(municipality, NOBODY.pk):
            late = list(late_lines(municipality=municipality, at=at))
        for offer in late:
            with writing(municipality, NOBODY.pk):
                gone += actions.pass_places_on(offer=offer, at=at)
    return gone


def give(*, at: datetime) -> int:
    """Where there is room and somebody waits, places are given, whoever made the room. Gives how many."""
    given = 0
    for municipality in _each():
        with writing(municipality, NOBODY.pk):
            lines = list(expecting(municipality=municipality))
        for offer in lines:
            with writing(municipality, NOBODY.pk):
                given += actions.give_what_is_free(offer=offer, at=at)
    return given


def let_go(*, at: datetime) -> int:
    """Whoever's course is over is let go of every line and place. Gives how many; the door does it at once."""
    gone = 0
    for municipality in _each():
        with writing(municipality, NOBODY.pk):
            tables = list(still_in_after_the_end(municipality=municipality))
        for table in tables:
            with writing(municipality, NOBODY.pk):
                gone += actions.let_go(table=table, by=NOBODY, at=at)
    return gone


def _each() -> Iterator[int]:
    yield from (municipality.pk for municipality in list(municipalities()))
