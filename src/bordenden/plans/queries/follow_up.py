"""Reads of what somebody might ask her about soon: something she has begun, a step whose day has come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.people.models import Municipality
from bordenden.plans.models import Chosen, SmallStep
from bordenden.plans.words import ChosenStatus, StepOwner
from bordenden.post.models import Letter
from bordenden.post.words import Kind

# So many days after something began, or a day was to be kept, and for so many days more.
AFTER, SHOWN_FOR = timedelta(days=7), timedelta(days=14)
STEP_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What she is asked about: her step, or what she has begun, by the words on her plan."""

    thing: UUID
    words: str
    is_step: bool


def begun_lately(*, municipality: Municipality, at: datetime) -> QuerySet[Chosen]:
    """In a municipality: what somebody began some days ago and was not asked about, with its plan."""
    rows = Chosen.objects.filter(
        ~_asked(),
        begun_between(*days_of_asking(localdate(at))[0]),
        municipality=municipality,
        plan__ended_at__isnull=True,
    )
    return rows.select_related("plan__owner", "plan__table").order_by("started_on", "pk")


def due_lately(*, municipality: Municipality, at: datetime) -> QuerySet[SmallStep]:
    """In a municipality: steps of a citizen's own whose day has come, open and not asked about, with their plan."""
    rows = SmallStep.objects.filter(
        ~_asked(),
        due_between(*days_of_asking(localdate(at))[1]),
        municipality=municipality,
        plan__ended_at__isnull=True,
    )
    return rows.select_related("plan__owner", "plan__table").order_by("due_on", "pk")


def _asked() -> Exists:
    return Exists(Letter.objects.filter(thing=OuterRef("pk"), kind=Kind.FOLLOW_UP))


def days_of_asking(today: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """After which day, and by which, something was begun, or a step was to be done, that she is asked of today."""
    begun, due = today - AFTER, today - STEP_AFTER
    return (begun - SHOWN_FOR, begun), (due - SHOWN_FOR, due)


def begun_between(after: date, by: date) -> Q:
    """Begun some days ago, and not long since."""
    return Q(status=ChosenStatus.STARTED, started_on__lte=by, started_on__gt=after)


def due_between(after: date, by: date) -> Q:
    """A step of her own whose day came a day or more ago, and not long since."""
    open_still = Q(done_at__isnull=True, let_go_at__isnull=True, owner=StepOwner.CITIZEN)
    return open_still & Q(due_on__lte=by, due_on__gt=after)
