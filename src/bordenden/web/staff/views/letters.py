"""Breve, der skal sendes: from which of his own tables, to how many, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.pathways.queries import heads_of
from bordenden.post.queries import tables_to_print
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import full_names
from bordenden.web.parts.paging import pager_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

A_PAGE = 20


@dataclass(frozen=True, slots=True)
class LettersLine:
    """One table: whose, how many letters, since when, and where they are printed."""

    name: str
    letters: int
    since: str
    url: str


@opens(acts.LETTERS_POST)
def letters(visit: Visit[Table]) -> HttpResponse:
    """Whoever has waited longest first."""
    with visit.reading():
        own = visit.reachable()
        waiting = tables_to_print(tables=own, besides=visit.viewer.person)
        page = Paginator(waiting, A_PAGE).get_page(visit.request.GET.get("side"))
        tables = list(own.filter(pk__in=[one.table for one in page]))
        heads = heads_of(tables=tables, at=visit.at)
        lines = [
            LettersLine(
                name=full_names(heads.get(one.table, [])),
                letters=one.people,
                since=moment(one.since, seen=visit.at),
                url=reverse("case_letters", args=[one.table]),
            )
            for one in page
        ]
        return visit.show("staff/letters.html", {"lines": lines, "pager": pager_of(page)})
