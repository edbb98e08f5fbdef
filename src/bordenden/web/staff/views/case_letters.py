"""Breve fra Aminas bord: a sheet each, which says no more than a mail would; printed, posted, and ticked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils.timezone import localtime

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head, beside_her
from bordenden.people.actions import put_in_the_post
from bordenden.people.queries import receivers
from bordenden.post.queries import to_print
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

MOST = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """One envelope: to whom, and the letters it tells of; `failed`: a mail came back."""

    name: str
    numbers: tuple[UUID, ...]
    failed: bool


@opens(acts.LETTERS_POST)
def case_letters(visit: Visit[Table], table: UUID) -> HttpResponse:
    """A tick is for the letters that stood on the page: one that came meanwhile is for the next envelope."""
    if visit.posted is not None:
        seen = set(visit.posted.getlist("letter"))
        with visit.writing(table) as reached:
            waiting = to_print(table=reached, besides=visit.viewer.person)
            ticked = [letter for letter in waiting if str(letter.pk) in seen]
            put_in_the_post(letters=ticked, by=visit.viewer.person, at=visit.at)
        return visit.go("case_letters", table)
    reached = visit.reach(table)
    context = {
        "name": given_names(at_the_head(table=reached, at=visit.at)),
        "sheets": _sheets(visit, reached),
        "call": beside_her(thing=reached, at=visit.at).answers,
        "day": localtime(visit.at),
        "site": settings.SITE,
    }
    return visit.show("staff/case_letters.html", context)


def _sheets(visit: Visit[Table], table: Table) -> list[Sheet]:
    letters = list(to_print(table=table, besides=visit.viewer.person)[:MOST])
    people = receivers(letters=letters)
    theirs = {person: [one for one in letters if one.person == person] for person in {one.person for one in letters}}
    return [
        Sheet(people[person].name, tuple(one.pk for one in own), any(one.settled_at is not None for one in own))
        for person, own in sorted(theirs.items(), key=lambda one: people[one[0]].sort_key)
    ]
