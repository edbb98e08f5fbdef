"""Troen på job: of my ten newest citizens, how many do I believe will get a job? Two numbers, nobody named."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.staff.belief_form import BeliefForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project

SHOWN = 8


@opens(acts.BELIEF_TALLY)
def belief(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """One's own numbers are shown to oneself alone."""
    form = BeliefForm(visit.posted)
    by = visit.viewer.person
    if form.is_valid():
        try:
            with visit.writing(project) as reached:
                actions.tally_belief(project=reached, believed=form.cleaned_data["believed"], by=by, at=visit.at)
            return visit.go("belief", project)
        except NotPossible as refused:
            form.add_error("believed", str(refused))
    with visit.reading():
        reached = visit.reach(project)
        asked = queries.newest_ten(by=by, project=reached, at=visit.at)
        context = {
            "project": reached,
            "asked": asked,
            "enough": asked >= actions.FEWEST,
            "tallies": list(queries.tallies_of(by=by, project=reached)[:SHOWN]),
        }
        return visit.show("staff/belief.html", context, form)
