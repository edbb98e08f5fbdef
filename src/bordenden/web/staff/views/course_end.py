"""Afslut forløb: how a course ended, who decided it, and what the citizen herself says about it."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.followup.actions import plan_after
from bordenden.pathways import actions
from bordenden.pathways.queries import at_the_head
from bordenden.people.queries import other_municipalities
from bordenden.plans.actions import let_go
from bordenden.plans.queries import left_open
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.left_open import left_words
from bordenden.web.parts.names import given_names
from bordenden.web.staff.forms import CourseEndForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Enrolment

DRAFT = "course.end"


@opens(acts.COURSE_END)
def course_end(visit: Visit["Enrolment"], enrolment: UUID) -> HttpResponse:
    """The form, or back to the case once the course is over."""
    form = _form(visit, visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(enrolment) as reached:
            by = visit.viewer.person
            ended = actions.end_course(enrolment=reached, by=by, at=visit.at, **form.said())
            plan_after(ended=ended, by=by, at=visit.at)
            let_go(table=reached.table, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("case", reached.table_id)
    with visit.reading():
        reached = visit.reach(enrolment, "table")
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = _form(visit, None, initial=drafted.initial(on=localdate(visit.at)))
        left = left_open(table=reached.table)
        context = {
            "left": left_words(left),
            "lines": left.lines,
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "enrolment": reached,
            "offers": draft_offers(
                drafted, texts=("citizen_words", "grounds"), draft_url=draft_address(visit), seen=visit.at
            ),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/course_end.html", context, form)


def _form(visit: Visit["Enrolment"], *args: Any, **kwargs: Any) -> CourseEndForm:  # noqa: ANN401
    others = other_municipalities(than=visit.viewer.person.municipality)
    return CourseEndForm(*args, municipalities=others, **kwargs)


course_end_draft = drafts_of(course_end, DRAFT)
