"""Ny tekst at læse og printe: a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions
from bordenden.web.insight.keeper_forms import MaterialForm
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

DRAFT = "material.new"
TEXTS = ("title", "text")


@opens(acts.CATALOGUE_KEEP)
def material_new(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """A heading, and short paragraphs."""
    form = MaterialForm.of(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                made = actions.write_material(
                    municipality=held.municipality,
                    **form.words,
                    form_key=form.cleaned_data["form_key"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
                close_draft(visit)
            return visit.go("material_kept", made.pk)
        except NotPossible as refused:
            form.refuse(refused)
    with visit.reading():
        catalogue = visit.reach(pk)
        context = {
            "catalogue": catalogue,
            "nav_items": keeper_menu(pk, "materials_kept"),
            **drafts_beside(visit, form, DRAFT, catalogue, texts=TEXTS, new=True),
        }
        return visit.show("insight/material_new.html", context, form)


material_new_draft = drafts_of(material_new, DRAFT)
