"""Tilføj en borger: somebody who might join is written up; that she is another's stays a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import group_labels, rules_for
from bordenden.web.parts.met import note_met
from bordenden.web.staff.candidate_forms import CandidateForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.CANDIDATE_REGISTER)
def candidate_new(visit: Visit[Project], project: UUID) -> HttpResponse:
    """The form; once she is written up on to her page."""
    with visit.reading():
        reached = visit.reach(project, "programme")
        groups = group_labels(rules=rules_for(project=reached), on=localdate(visit.at))
        form = CandidateForm(visit.posted, groups)
    if form.is_valid():
        try:
            with visit.writing(project) as held:
                made = actions.put_up(project=held, told=form.told, by=visit.viewer.person, at=visit.at)
            return visit.go("candidate", made.pk)
        except actions.Elsewhere as refused:
            note_met(visit, refused.tables, reached)
            visit.named(refused.candidates)
            form.add_error("cpr", str(refused))
        except NotPossible as refused:
            form.add_error("cpr", str(refused))
    return visit.show("staff/candidate_new.html", {"project": reached}, form)
