"""Planen på papir: the versions of one citizen's plan, what is new since, and the way to draft and hand over."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.plans import queries
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.parts.version_page import version_line
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.staff.version_forms import kind_words
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

A_PAGE = 10


@opens(acts.PLAN_READ)
def case_versions(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The newest first."""
    reached = visit.reach(plan, "table")
    only_staff(visit, reached)
    name = given_names(at_the_head(table=reached.table, at=visit.at))
    page = cut(queries.versions_of(plan=reached), visit.request.GET.get("side"), size=A_PAGE)
    change = queries.newest_kind_change(plan=reached)
    context = {
        "name": name,
        "plan": plan,
        "lines": [version_line(row, reverse("case_version", args=[row.pk]), name=name) for row in page.rows],
        "pager": page.pager,
        "changed": bool(page.rows) and queries.changed_since(version=page.rows[0]),
        "kind": kind_words(reached.kind),
        "change": change,
        "change_day": day(change.changed_at) if change else "",
        "may_change": visit.may(acts.PLAN_KIND, reached),
    }
    return visit.show("staff/case_versions.html", context)
