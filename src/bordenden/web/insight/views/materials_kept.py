"""Til at læse: the municipality's texts, drafts too."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.offers import actions, queries
from bordenden.web.insight.keeper_forms import ButtonForm
from bordenden.web.insight.keeping import keeper_menu, text_state
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

A_PAGE = 20


@opens(acts.CATALOGUE_KEEP)
def materials_kept(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """The list, and the button that fetches the national ones."""
    form = ButtonForm(visit.posted)
    if form.is_valid():
        with visit.writing(pk) as held:
            actions.copy_materials(catalogue=held, by=visit.viewer.person, at=visit.at)
        return visit.go("materials_kept", pk)
    thing = visit.reach(pk, "municipality")
    page = cut(queries.all_materials(municipality=thing.municipality), visit.request.GET.get("side"), size=A_PAGE)
    context = {
        "catalogue": thing,
        "materials": [(one, text_state(one, at=visit.at)) for one in page.rows],
        "to_copy": queries.materials_to_copy(municipality=thing.municipality),
        "pager": page.pager,
        "nav_items": keeper_menu(pk, "materials_kept"),
    }
    return visit.show("insight/materials_kept.html", context, form)
