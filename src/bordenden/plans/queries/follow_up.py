"""Reads of what somebody might ask her about soon: something she has begun, a step whose day has come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.people.models import Municipality
from bordenden.plans.models import Chosen, Plan, SmallStep
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
        ~_asked(), _begun(localdate(at)), municipality=municipality, plan__ended_at__isnull=True
    )
    return rows.select_related("plan__owner", "plan__table").order_by("started_on", "pk")


def due_lately(*, municipality: Municipality, at: datetime) -> QuerySet[SmallStep]:
    """In a municipality: steps of a citizen's own whose day has come, open and not asked about, with their plan."""
    rows = SmallStep.objects.filter(
        ~_asked(), _due(localdate(at)), municipality=municipality, plan__ended_at__isnull=True
    )
    return rows.select_related("plan__owner", "plan__table").order_by("due_on", "pk")


def follow_up_of(*, plan: Plan, at: datetime) -> FollowUp | None:
    """The newest of it on one plan, what she has begun before a step. Two queries at most."""
    begun = Chosen.objects.filter(_begun(localdate(at)), plan=plan).select_related("offer")
    one = begun.order_by("-started_on", "pk").first()
    if one is not None:
        return FollowUp(one.pk, one.offer.name if one.offer else one.words, is_step=False)
    step = SmallStep.objects.filter(_due(localdate(at)), plan=plan).order_by("-due_on", "pk").first()
    return FollowUp(step.pk, step.words, is_step=True) if step else None


def _asked() -> Exists:
    return Exists(Letter.objects.filter(thing=OuterRef("pk"), kind=Kind.FOLLOW_UP))


def _begun(today: date) -> Q:
    last = today - AFTER
    return Q(status=ChosenStatus.STARTED, started_on__lte=last, started_on__gt=last - SHOWN_FOR)


def _due(today: date) -> Q:
    last = today - STEP_AFTER
    open_still = Q(done_at__isnull=True, let_go_at__isnull=True, owner=StepOwner.CITIZEN)
    return open_still & Q(due_on__lte=last, due_on__gt=last - SHOWN_FOR)
