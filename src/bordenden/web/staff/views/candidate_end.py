"""Tag borgeren af listen: it came to nothing, and from then on nobody reads about her here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.web.staff.candidate_forms import CandidateEndForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import Candidate


@opens(acts.CANDIDATE_CHANGE)
def candidate_end(visit: Visit[Candidate], candidate: UUID) -> HttpResponse:
    """The form, and back to the list."""
    form = CandidateEndForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(candidate) as held:
                project = held.project_id
                actions.take_off_list(candidate=held, ended_as=form.how, by=visit.viewer.person, at=visit.at)
            return visit.go("candidates", project)
        except NotPossible as refused:
            form.add_error(None, str(refused))
    with visit.reading():
        reached = visit.reach(candidate, "person")
        return visit.show("staff/candidate_end.html", {"candidate": reached}, form)
