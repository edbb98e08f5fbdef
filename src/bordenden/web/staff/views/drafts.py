"""Kladder, du skal gøre færdige: a caseworker's own drafts at every table, each to go on with or to throw away."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse

from bordenden.access import acts
from bordenden.drafts.actions import discard
from bordenden.drafts.queries import all_unfinished
from bordenden.foundation.snapshot import writing
from bordenden.pathways.queries import heads_of
from bordenden.plans.queries import plans_of
from bordenden.web.parts.names import full_names
from bordenden.web.parts.paging import pager_of
from bordenden.web.staff.pending import draft_lines
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

DISCARD = "discard"


@opens(acts.CASE_READ)
def drafts(visit: Visit["Table"]) -> HttpResponse:
    """The oldest first. Whoever has lost a seat is shown that there is a draft, and neither name nor words."""
    if visit.posted is not None:
        _discard(visit, visit.posted.get(DISCARD, ""))
        return visit.go("drafts")
    # What stands at no table (the keeper's own forms) is offered above its own form.
    at_tables = [one for one in all_unfinished(by=visit.viewer) if one.slot.table]
    page = Paginator(at_tables, PAGE).get_page(visit.request.GET.get("side"))
    kept = tuple(page)
    tables = list(visit.reachable().filter(pk__in={one.slot.table for one in kept if one.slot.table}))
    names = {pk: full_names(heads) for pk, heads in heads_of(tables=tables, at=visit.at).items()}
    plans: dict[UUID, UUID] = {plan.table_id: plan.pk for plan in plans_of(tables=tables)}
    lines = draft_lines(kept, names=names, plans=plans, seen=visit.at)
    return visit.show("staff/drafts.html", {"lines": lines, "pager": pager_of(page)})


def _discard(visit: Visit["Table"], key: str) -> None:
    """The writer's own, at whatever table: it was never anybody else's."""
    with writing(visit.viewer.municipality_id, visit.viewer.pk):
        for kept in all_unfinished(by=visit.viewer):
            if str(kept.slot.thing) == key:
                discard(by=visit.viewer, slot=kept.slot, at=visit.at)
