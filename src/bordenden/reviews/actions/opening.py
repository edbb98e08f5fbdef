"""A review is opened because it has been quiet: it asks somebody to call, and does nothing else."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor, record
from bordenden.foundation.days import begin_of
from bordenden.pathways.models import Enrolment, Table
from bordenden.people.models import Municipality
from bordenden.reviews.models import Review
from bordenden.reviews.queries import last_signs, quiet_courses


@transaction.atomic
def open_reviews(*, place: Municipality, by: Actor, at: datetime) -> int:
    """One for each course where it has been quiet for long enough. Gives how many; no course is changed, ever."""
    return sum(_opened(course, by, at) for course in quiet_courses(municipality=place, at=at))


def _opened(course: Enrolment, by: Actor, at: datetime) -> bool:
    Table.objects.select_for_update(no_key=True).get(pk=course.table_id)
    made, created = Review.objects.get_or_create(
        enrolment=course,
        decided_at=None,
        defaults={
            "table_id": course.table_id,
            "municipality_id": course.municipality_id,
            "quiet_since": _since(course, at),
            "opened_at": at,
        },
    )
    if created:
        record(act="review.open", by=by, thing=made, at=at)
    return created


def _since(course: Enrolment, at: datetime) -> datetime:
    """The last sign of life her caseworker may know of; without any, the day the course began."""
    signs = last_signs(table=course.table, at=at)
    begun = begin_of(course.activated_on or course.referred_on)
    return max([begun, *signs.values()])
