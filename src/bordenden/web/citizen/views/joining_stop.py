"""Jeg vil ikke være med mere: one button and no reason; what happens then stands above it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.pathways.queries import course
from bordenden.plans.actions import let_go
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Enrolment, Table


@opens(acts.JOINING_STOP)
def joining_stop(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Where there is nothing to stop, or it is stopped already, it leads back to her table."""
    if visit.posted is not None:
        with visit.writing(pk) as table:
            by, running = visit.viewer.person, _running(table)
            if running is not None:
                actions.stop(enrolment=running, by=by, at=visit.at)
                let_go(table=table, by=by, at=visit.at)
        return visit.go("table", pk)
    with visit.reading():
        table = visit.reach(pk)
        if _running(table) is None:
            return visit.go("table", pk)
        return visit.show("citizen/joining_stop.html", {"table": table})


def _running(table: Table) -> Enrolment | None:
    newest = course(table=table)
    return newest if newest is not None and newest.ended_on is None else None
