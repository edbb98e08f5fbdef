"""She was in the project before, left, and came back: a day to ask about, and courses of others that are over."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from bordenden.followup.actions import plan_after
from bordenden.followup.models import FollowUp
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Table
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Person
from bordenden.programmes.models import Project


def course_of(table: Table, project: Project, reference: str, by: Person, begun: datetime) -> Enrolment:
    """A course that has begun."""
    day = begun.date()
    course = pathways.enrol(table=table, project=project, reference=reference, referred_on=day, by=by, at=begun)
    pathways.note_mentor_offered(table=table, on=day)
    return pathways.activate(enrolment=course, on=day, by=by, at=begun)


def left(course: Enrolment, reason: ExitReason, by: Person, at: datetime) -> FollowUp | None:
    """The course is over; the first day to ask about, if anybody is to be asked."""
    how = {"reason": reason, "decided_by": Decider.TOGETHER, "grounds": "Opdigtet."}
    ended = pathways.end_course(enrolment=course, on=localdate(at), by=by, at=at, **how)  # type: ignore[arg-type]
    return next(iter(plan_after(ended=ended, by=by, at=at)), None)


def was_here_before(table: Table, project: Project, reference: str, by: Person, begun: datetime) -> FollowUp:
    """An earlier course at her own table, over before this one began."""
    earlier = course_of(table, project, reference, by, begun - timedelta(days=20))
    day = left(earlier, ExitReason.LEFT_BY_CHOICE, by, begun - timedelta(days=10))
    assert day is not None
    return day
