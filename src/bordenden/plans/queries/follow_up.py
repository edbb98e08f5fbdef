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
        ~_asked(), begun_by(localdate(at)), municipality=municipality, plan__ended_at__isnull=True
    )
    return rows.select_related("plan__owner", "plan__table").order_by("started_on", "pk")


def due_lately(*, municipality: Municipality, at: datetime) -> QuerySet[SmallStep]:
    """In a municipality: steps of a citizen's own whose day has come, open and not asked about, with their plan."""
    rows = SmallStep.objects.filter(
        ~_asked(), due_by(localdate(at)), municipality=municipality, plan__ended_at__isnull=True
    )
    return rows.select_related("plan__owner", "plan__table").order_by("due_on", "pk")


def _asked() -> Exists:
    return Exists(Letter.objects.filter(thing=OuterRef("pk"), kind=Kind.FOLLOW_UP))


def begun_by(today: date) -> Q:
    """Begun some days ago, and not long since."""
    last = today - AFTER
    return Q(status=ChosenStatus.STARTED, started_on__lte=last, started_on__gt=last - SHOWN_FOR)


def due_by(today: date) -> Q:
    """A step of her own whose day came a day or more ago, and not long since."""
    last = today - STEP_AFTER
    open_still = Q(done_at__isnull=True, let_go_at__isnull=True, owner=StepOwner.CITIZEN)
    return open_still & Q(due_on__lte=last, due_on__gt=last - SHOWN_FOR)
