"""Reads of the lines: who is first, how far up she stands, how fast places become free, which deadlines have gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from bordenden.offers.models import Offer, Waiting, WaitingMark
from bordenden.offers.words import HOLDS_A_PLACE, STILL_IN, WaitingState
from bordenden.pathways.models import Enrolment, Table
from bordenden.pathways.queries import running

LOOKS_BACK = timedelta(days=365)
# Fewer places than these, or a shorter time, say nothing about the next.
FEWEST_FREED, SHORTEST = 3, timedelta(days=28)
_FREED = (WaitingState.ENDED, WaitingState.DECLINED, WaitingState.PASSED_ON)
_ORDER = ("-priority", "since", "pk")


@dataclass(frozen=True, slots=True)
class Pace:
    """How many places became free at an offer within how long."""

    freed: int
    within: timedelta

    @property
    def known(self) -> bool:
        """Whether it is enough to say anything."""
        return self.freed >= FEWEST_FREED and self.within >= SHORTEST

    def days(self, number: int) -> int | None:
        """About how many days until so many places have become free; None: nobody knows yet."""
        return ceil(self.within / timedelta(days=1) / self.freed * number) if self.known else None


def in_order(*, offer: Offer) -> QuerySet[Waiting]:
    """Who stands in line, first first: those with a priority, then by the moment they came."""
    return Waiting.objects.filter(offer=offer, state=WaitingState.WAITING).select_related("table").order_by(*_ORDER)


def free_places(*, offer: Offer) -> int | None:
    """How many places nobody holds, never below 0; None where there is no limit."""
    if offer.capacity is None:
        return None
    return max(0, offer.capacity - held_places(offer=offer))


def held_places(*, offer: Offer) -> int:
    """How many places somebody holds, a place that is offered included."""
    return Waiting.objects.filter(offer=offer, state__in=HOLDS_A_PLACE).count()


def position(*, waiting: Waiting) -> int:
    """How far up in line somebody who waits stands; 1 is the first."""
    ahead: int = getattr(_with_ahead(Waiting.objects.filter(pk=waiting.pk)).get(), "ahead")  # noqa: B009 (annotated)
    return ahead + 1


def _with_ahead(rows: QuerySet[Waiting]) -> QuerySet[Waiting]:
    """Each with, as `ahead`, how many who stand in the same line go before."""
    better = Q(priority__gt=OuterRef("priority"))
    earlier = Q(since__lt=OuterRef("since")) | Q(since=OuterRef("since"), pk__lt=OuterRef("pk"))
    standing = Waiting.objects.filter(offer=OuterRef("offer"), state=WaitingState.WAITING)
    before = standing.filter(better | Q(priority=OuterRef("priority")) & earlier)
    counted = before.order_by().values("offer").annotate(number=Count("pk")).values("number")
    return rows.annotate(ahead=Coalesce(Subquery(counted), Value(0)))


def lines_of(*, table: Table) -> QuerySet[Waiting]:
    """Every line a table stands in and every place it holds, with the offer and, as `ahead`, how many go before.

    Places to answer come first, the soonest deadline at the top.
    """
    rows = _with_ahead(Waiting.objects.filter(table=table, state__in=STILL_IN)).select_related("offer")
    return rows.order_by(F("answer_by").asc(nulls_last=True), "since", "pk")


def line_of(*, offer: Offer) -> QuerySet[Waiting]:
    """The line as whoever keeps the offer sees it: who holds a place, then who waits in order, by case number."""
    course = Enrolment.objects.filter(table=OuterRef("table")).order_by("-referred_on", "pk")
    rows = Waiting.objects.filter(offer=offer, state__in=STILL_IN)
    # The words of the states that hold a place come before "waiting" in the alphabet, and that is what is wanted.
    return rows.annotate(reference=Subquery(course.values("reference")[:1])).order_by("state", *_ORDER)


def pace_of(*, offer: Offer, at: datetime) -> Pace:
    """How fast places have become free at one offer."""
    return paces(offers=[offer], at=at)[offer]


def paces(*, offers: Iterable[Offer], at: datetime) -> dict[Offer, Pace]:
    """The same for several offers. One query."""
    asked = list(offers)
    marks = WaitingMark.objects.filter(waiting__offer__in=asked, at__gt=at - LOOKS_BACK, at__lte=at)
    counted = (
        marks.order_by()
        .values_list("waiting__offer")
        .annotate(freed=Count("pk", filter=Q(state__in=_FREED)), first=Min("at"))
    )
    known = {offer: Pace(freed, at - since) for offer, freed, since in counted}
    return {offer: known.get(offer.pk, Pace(0, timedelta())) for offer in asked}


def days_left(*, waiting: Waiting, at: datetime) -> int:
    """Whole days until a place that is offered passes on; 0 on the last day."""
    return max(0, (waiting.answer_by - at).days) if waiting.answer_by else 0


def late_lines(*, municipality: int, at: datetime) -> QuerySet[Offer]:
    """The offers of a municipality at which a place has passed its deadline."""
    late = Waiting.objects.filter(municipality=municipality, state=WaitingState.OFFERED, answer_by__lte=at)
    return Offer.objects.filter(pk__in=late.values("offer")).order_by("pk")


def expecting(*, municipality: int) -> QuerySet[Offer]:
    """The offers of a municipality somebody stands in line for."""
    standing = Waiting.objects.filter(municipality=municipality, state=WaitingState.WAITING)
    return Offer.objects.filter(
        pk__in=standing.values("offer"), published_at__isnull=False, withdrawn_at__isnull=True
    ).order_by("pk")


def course_is_over(*, table: Table) -> bool:
    """Whether her newest course has ended; without a course nothing has."""
    return not running(tables=Table.objects.filter(pk=table.pk)).exists()


def still_in_after_the_end(*, municipality: int) -> QuerySet[Table]:
    """Tables of a municipality that stand in a line or hold a place though the course is over."""
    standing = Waiting.objects.filter(municipality=municipality, state__in=STILL_IN).values("table")
    tables = Table.objects.filter(pk__in=standing)
    return tables.exclude(pk__in=running(tables=tables).values("pk")).order_by("pk")
