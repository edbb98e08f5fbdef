"""Her plan, to read; beside each of her words the way to write something that stands next to it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.families.queries import family_at
from bordenden.pathways.queries import at_the_head
from bordenden.plans.words import PlanKind, StatementKind
from bordenden.web.parts.names import given_names
from bordenden.web.parts.plan import plan_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_READ)
def case_plan(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The plan as she sees it."""
    reached = visit.reach(plan, "table")
    name = given_names(at_the_head(table=reached.table, at=visit.at))

    def reply(kind: StatementKind) -> str:
        return reverse("comment_new", args=(plan, kind))

    may_reply = visit.may(acts.STATEMENT_COMMENT, reached)
    part = plan_part(reached, name=name, side=visit.request.GET.get("side"), reply=reply if may_reply else None)
    context = {"name": name, "table": reached.table, "part": part, "family_url": _family(visit, reached)}
    return visit.show("staff/case_plan.html", context)


def _family(visit: Visit["Plan"], plan: "Plan") -> str:
    """The way to who is with them, where it is a family's plan."""
    family = family_at(table=plan) if plan.kind == PlanKind.FAMILY else None
    return reverse("case_family", args=(family.pk,)) if family and visit.may(acts.FAMILY_READ, family) else ""
