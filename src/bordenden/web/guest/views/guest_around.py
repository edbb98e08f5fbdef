"""Rundt om planen: whoever helps, and what a mentor is there for, as far as it is the reader's business."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.parts.around import relevant_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.PLAN_READ)
def guest_around(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """To read; a professional has a page to stand by a part."""
    reached = visit.reach(pk, "table")
    context = {
        "plan": pk,
        "owner": whose(given_names(at_the_head(table=reached.table, at=visit.at))),
        "around": relevant_part(reached, reader=visit.viewer.person, at=visit.at),
        "may_approve": visit.may(acts.PART_APPROVE, reached),
        "nav_items": menu(),
    }
    return visit.show("guest/guest_around.html", context)
