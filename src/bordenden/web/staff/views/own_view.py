"""Mit blik: how the caseworker sees it, on a form of its own beside hers; she reads what is said."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.parts.own_view import seen_views
from bordenden.web.parts.paging import cut
from bordenden.web.staff.own_view_form import OwnViewForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

DRAFT = "own_view"
SHOWN = 4


@opens(acts.OWN_VIEW_SAY)
def own_view(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The form, and below it what has been said before."""
    items = queries.own_view_items()
    form = OwnViewForm(visit.posted, items=items)
    if form.is_valid():
        with form.heeding(visit), visit.writing(table) as reached:
            key, by = form.cleaned_data["form_key"], visit.viewer.person
            actions.say_own_view(table=reached, said=form.said(), form_key=key, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("own_view", table)
    with visit.reading():
        reached = visit.reach(table)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached, new=True)
        if drafted:
            form = OwnViewForm(initial=drafted.initial(), items=items)
        page = cut(queries.own_view_sheets(table=reached), visit.request.GET.get("side"), size=SHOWN)
        context = {
            "table": reached,
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "asked": bool(items),
            "views": seen_views(queries.own_views(sheets=page.rows)),
            "pager": page.pager,
            "offers": draft_offers(drafted, texts=(), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/own_view.html", context, form)


own_view_draft = drafts_of(own_view, DRAFT)
