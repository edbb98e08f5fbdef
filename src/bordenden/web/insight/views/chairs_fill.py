"""Forslag til alle tomme pladser: continuity first, then room; changed by hand, and done in one act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions, queries
from bordenden.web.insight.frame import menu
from bordenden.web.insight.placing import PlacingForm, Proposal, proposal, proposal_part, shown_tables
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.CHAIR_FILL)
def chairs_fill(visit: Visit[Project], project: UUID) -> HttpResponse:
    """What is done is what was shown; where anything changed meanwhile it is shown again."""
    sent = visit.posted
    with visit.reading():
        reached = visit.reach(project)
        found, somebody_leaves = _found(visit, reached)
    form = PlacingForm(sent, reason=somebody_leaves)
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                found, leaves = _found(visit, held)
                found.check(form.cleaned_data["seen"])
                who = visit.viewer.person
                tables = found.tables if leaves else [replace(one, seen=None) for one in found.tables]
                actions.hand_on(tables=tables, because=form.reason, by=who, at=visit.at)
            return visit.go("chairs", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    side = sent.get("side") if sent else None
    with visit.reading():
        visit.named(shown_tables(found, side))
        context = {"project": reached, **proposal_part(found, side), "nav_items": menu("home")}
        return visit.show("insight/chairs_fill.html", context, form)


def _found(visit: Visit[Project], project: Project) -> tuple[Proposal, bool]:
    """The proposal, and whether anybody who is out of office still sits on one of the chairs."""
    courses = queries.some_empty_chairs(None, None, project=project, at=visit.at)
    takers = queries.takers(project=project, besides=[visit.viewer.person], at=visit.at)
    what = queries.chairs_to_place(courses=courses, among=takers.loads, at=visit.at)
    leaves = queries.still_held(courses=courses, at=visit.at)
    return proposal(what, takers, visit.posted), leaves
