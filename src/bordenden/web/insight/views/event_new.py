"""Nyt arrangement: a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers import actions
from bordenden.web.insight.keeper_forms import EventForm
from bordenden.web.insight.keeping import keeper_menu
from bordenden.web.insight.kept_drafts import drafts_beside
from bordenden.web.threshold.drafting import close_draft, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Catalogue

DRAFT = "event.new"
TEXTS = ("name", "about")


@opens(acts.CATALOGUE_KEEP)
def event_new(visit: Visit[Catalogue], pk: UUID) -> HttpResponse:
    """What, when, where, for whom."""
    form = EventForm.of(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                made = actions.write_event(
                    municipality=held.municipality,
                    said=form.said,
                    form_key=form.cleaned_data["form_key"],
                    by=visit.viewer.person,
                    at=visit.at,
                )
                close_draft(visit)
            return visit.go("event_kept", made.pk)
        except NotPossible as refused:
            form.refuse(refused)
    with visit.reading():
        catalogue = visit.reach(pk)
        context = {
            "catalogue": catalogue,
            "nav_items": keeper_menu(pk, "events_kept"),
            **drafts_beside(visit, form, DRAFT, catalogue, texts=TEXTS, new=True),
        }
        return visit.show("insight/event_new.html", context, form)


event_new_draft = drafts_of(event_new, DRAFT)
