"""Hent en liste: who might join a project, by number, stage and next day, as a file without names."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.intake.queries import numbered_candidates
from bordenden.web.staff.lists import ListForm, as_file, asked_kind, of_candidates
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.programmes.models import Project


@opens(acts.CANDIDATE_LIST_TAKE)
def candidate_list(visit: Visit["Project"], project: UUID) -> HttpResponse:
    """What the file will hold, by a number alone; a tap hands it out, and whoever stands on it is logged."""
    with visit.reading():
        reached = visit.reach(project, "programme")
        rows = numbered_candidates(project=reached, at=visit.at)
        number = rows.count()
        form = ListForm(visit.posted, number)
        if number and visit.posted is not None and form.is_valid():
            taken = list(rows[form.lines])
            visit.named_outside(taken, form.what_for)
            return as_file(of_candidates(taken, reached), asked_kind(visit.posted), visit.at)
        return visit.show("staff/candidate_list.html", {"project": reached, "number": number}, form)
