"""Kommunens muligheder: every offer with where it stands; opened once the areas are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions, queries
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.insight.keeping import areas_of, keeper_menu, row_of
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

A_PAGE = 20


@opens(acts.CATALOGUE_KEEP)
def catalogue(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """The list, and the button that opens the catalogue to the citizens."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.open_catalogue(catalogue=held, by=visit.viewer.person, at=visit.at)
            return visit.go("catalogue", pk)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        thing = visit.reach(pk, "municipality")
        page = cut(queries.in_catalogue(municipality=thing.municipality), visit.request.GET.get("side"), size=A_PAGE)
        lines = queries.line_counts(offers=page.rows)
        context = {
            "catalogue": thing,
            "areas": areas_of(queries.empty_areas(municipality=thing.municipality, at=visit.at)),
            "rows": [row_of(one, lines.get(one.pk, queries.LineCount()), at=visit.at) for one in page.rows],
            "pager": page.pager,
            "nav_items": keeper_menu(pk, "catalogue"),
        }
        return visit.show("insight/catalogue.html", context, form)
