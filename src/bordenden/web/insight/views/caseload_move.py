"""Flyt en sagsbehandlers borgere: all in one act, no gap and no old access; the office may end with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.drafts.queries import left_unfinished_at
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions, queries
from bordenden.programmes.queries import in_team
from bordenden.programmes.words import OfficeRole
from bordenden.web.insight.frame import menu
from bordenden.web.insight.placing import PlacingForm, Proposal, proposal, proposal_part, shown_tables
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Office, Project


@dataclass(frozen=True, slots=True)
class Leaving:
    """Whose tables they are, the proposal for them, and the case numbers where drafts are to be finished first."""

    office: Office
    proposal: Proposal
    unfinished: tuple[str, ...]

    @property
    def can_stop(self) -> bool:
        """Whether nobody would be left behind: then the office can end with it."""
        return not self.unfinished and len(self.proposal.tables) == len(self.proposal.placed)


@opens(acts.CASELOAD_MOVE)
def caseload_move(visit: Visit[Project], project: UUID, office: UUID) -> HttpResponse:
    """Tables with unfinished drafts stay where they are and are listed; all the others can go."""
    sent = visit.posted
    with visit.reading():
        reached = visit.reach(project)
        leaving = _leaving(visit, reached, office)
    form = PlacingForm(sent, reason=True, stops=leaving.can_stop)
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                _move(visit, held, _leaving(visit, held, office), form)
            return visit.go("team", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    side = sent.get("side") if sent else None
    with visit.reading():
        visit.named(shown_tables(leaving.proposal, side))
        context = {
            "project": reached,
            "office": leaving.office,
            "unfinished": leaving.unfinished,
            "can_stop": leaving.can_stop,
            **proposal_part(leaving.proposal, side),
            "nav_items": menu("home"),
        }
        return visit.show("insight/caseload_move.html", context, form)


def _move(visit: Visit[Project], project: Project, leaving: Leaving, form: PlacingForm) -> None:
    leaving.proposal.check(form.cleaned_data["seen"])
    actions.move_caseload(
        project=project,
        office=leaving.office,
        tables=leaving.proposal.tables,
        because=form.reason,
        stops=bool(form.cleaned_data.get("stops")),
        by=visit.viewer.person,
        at=visit.at,
    )


def _leaving(visit: Visit[Project], project: Project, pk: UUID) -> Leaving:
    office = in_team(project=project, at=visit.at).filter(pk=pk, role=OfficeRole.CASEWORKER).first()
    if office is None:
        raise Http404
    seats = queries.caseload_of(project=project, person=office.person, at=visit.at)
    drafts = left_unfinished_at(of=office.person, tables=[seat.table for seat in seats])
    takers = queries.takers(project=project, besides=[office.person, visit.viewer.person], at=visit.at)
    what = queries.caseload_to_place(seats=seats, among=takers.loads, at=visit.at)
    free = [one for one in what if one.table.pk not in drafts]
    unfinished = tuple(one.reference for one in what if one.table.pk in drafts)
    return Leaving(office, proposal(free, takers, visit.posted), unfinished)
