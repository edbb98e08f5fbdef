"""Min plan på ét ark: every version she has agreed to, the draft that waits, and whether something is new since."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.plans import queries
from bordenden.plans.words import PlanKind
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.parts.version_page import version_line
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

A_PAGE = 10


@opens(acts.PLAN_READ)
def versions(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """The newest first."""
    plan = visit.reach(pk)
    only_her(visit, plan)
    page = cut(queries.versions_of(plan=plan), visit.request.GET.get("side"), size=A_PAGE)
    change = queries.newest_kind_change(plan=plan)
    context = {
        "plan": pk,
        "lines": [version_line(row, reverse("version", args=[row.pk]), name="") for row in page.rows],
        "pager": page.pager,
        "changed": bool(page.rows) and queries.changed_since(version=page.rows[0]),
        "kind": change,
        "kind_day": day(change.changed_at) if change else "",
        "resource": plan.kind == PlanKind.RESOURCE,
        "form": OnceForm(),
    }
    return visit.show("citizen/versions.html", context)
