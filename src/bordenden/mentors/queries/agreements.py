"""Reads of the written agreements with a mentor."""

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from bordenden.foundation.prepared import Question
from bordenden.mentors.models import MentorAgreement
from bordenden.mentors.words import ENDS_SOON_DAYS, LONGEST_AGREEMENT_MONTHS
from bordenden.pathways.models import Seat, Table


def six_months_from(first: date) -> date:
    """The last day of an agreement that is as long as it may be: six calendar months, both days counted.

    From 1 January it is 30 June; from 31 August it is the last of February.
    """
    months = first.month - 1 + LONGEST_AGREEMENT_MONTHS
    year, month = first.year + months // 12, months % 12 + 1
    if first.day > calendar.monthrange(year, month)[1]:
        return date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, first.day) - timedelta(days=1)


def agreements_of(*, seat: Seat) -> QuerySet[MentorAgreement]:
    """Every agreement there has been with this mentor, the newest first, with what the mentor is there for."""
    return MentorAgreement.objects.filter(seat=seat).select_related("role", "written_by").order_by("-version")


def agreement_of(*, seat: Seat) -> MentorAgreement | None:
    """The newest that was not dropped, whether both have said yes or not."""
    return next(iter(_newest_agreement.ask(seat=seat.pk)), None)


@Question
def _newest_agreement(*, seat: UUID) -> QuerySet[MentorAgreement]:
    return agreements_of(seat=Seat(pk=seat)).filter(dropped_at=None)[:1]


def standing_agreement(*, seat: Seat, at: datetime) -> MentorAgreement | None:
    """The one that counts on the day: agreed by both, begun and not over."""
    return next(iter(_standing_on.ask(seat=seat.pk, today=localdate(at))), None)


@Question
def _standing_on(*, seat: UUID, today: date) -> QuerySet[MentorAgreement]:
    both = agreements_of(seat=Seat(pk=seat)).filter(head_said_yes_at__isnull=False, mentor_said_yes_at__isnull=False)
    return both.filter(dropped_at=None, first_on__lte=today, last_on__gte=today)[:1]


def ending_soon(*, municipality: int, at: datetime) -> QuerySet[MentorAgreement]:
    """Agreed, over within two weeks (or today), nothing newer written, and the mentor still sits there."""
    today = localdate(at)
    soon = (today, today + timedelta(days=ENDS_SOON_DAYS))
    rows = _agreed().filter(municipality=municipality, last_on__range=soon)
    return rows.select_related("seat__person", "table").order_by("last_on", "pk")


def last_days(*, tables: Iterable[Table]) -> dict[UUID, date]:
    """The last day of what is agreed with the mentor who sits there, at those of the tables with one. One query."""
    rows = _agreed().filter(table__in=list(tables)).order_by("-last_on")
    return dict(rows.values_list("table", "last_on"))


def _agreed() -> QuerySet[MentorAgreement]:
    """Agreed by both, nothing newer written, and the mentor still sits there."""
    newer = MentorAgreement.objects.filter(seat=OuterRef("seat"), version__gt=OuterRef("version"), dropped_at=None)
    both = {"head_said_yes_at__isnull": False, "mentor_said_yes_at__isnull": False}
    return MentorAgreement.objects.filter(~Exists(newer), dropped_at=None, seat__ends_at=None, **both)
