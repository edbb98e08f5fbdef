"""De forløb, lodden faldt på: names and case numbers of the sample, with the way to each plan and contact log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.pathways.queries import Case, cases
from bordenden.plans.queries import plans_of
from bordenden.supervision import queries
from bordenden.web.insight.frame import menu
from bordenden.web.insight.supervising import nothing_to_send, why_part
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table


@dataclass(frozen=True, slots=True)
class Drawn:
    """One course of the sample: whose, under which number, and where to read; no plan, no way to one."""

    name: str
    reference: str
    plan_url: str
    contacts_url: str


@opens(acts.SUPERVISION_READ)
def supervision(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Only while it lasts: the day after, it is a page that does not exist."""
    if refused := nothing_to_send(visit):
        return refused
    held = queries.held(by=visit.viewer.person, at=visit.at).filter(pk=pk).select_related("project").first()
    if held is None:
        raise Http404
    tables = list(visit.reachable().filter(pk__in=queries.drawn_tables(supervision=held)).order_by("pk"))
    plans = {plan.table_id: plan.pk for plan in plans_of(tables=tables)}
    found = cases(tables=tables, at=visit.at)
    context = {
        "why": why_part(held),
        "supervision": held,
        "drawn": sorted((_drawn(case, plans) for case in found), key=lambda one: one.reference),
        "nav_items": menu("home"),
    }
    return visit.show("insight/supervision.html", context)


def _drawn(case: Case, plans: dict[UUID, UUID]) -> Drawn:
    plan = plans.get(case.table.pk)
    return Drawn(
        given_names(case.heads),
        case.course.reference if case.course else "",
        reverse("supervised_plan", args=[plan]) if plan else "",
        reverse("supervised_contacts", args=[case.table.pk]),
    )
