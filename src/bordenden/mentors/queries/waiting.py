"""Reads of what about a mentor waits for her caseworker; each of some tables, whoever asks says which."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.mentors.models import MentorAgreement, MentorOffering, MentorParting
from bordenden.mentors.words import ENDS_SOON_DAYS, OfferAnswer, Parted
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole


def _seated() -> QuerySet[Seat]:
    return Seat.objects.filter(role=SeatRole.MENTOR, ends_at__isnull=True)


def to_offer(*, tables: QuerySet[Table]) -> QuerySet[Table]:
    """Those of the tables with a course that goes, where no mentor sits and none was ever offered."""
    going = Enrolment.objects.filter(table=OuterRef("pk"), activated_on__isnull=False, exit=None)
    seated, offered = _seated().filter(table=OuterRef("pk")), MentorOffering.objects.filter(table=OuterRef("pk"))
    return tables.filter(~Exists(offered), ~Exists(seated), Exists(going))


def without_offer(*, tables: Sequence[Table]) -> QuerySet[Table]:
    """Those of the tables where no mentor sits and no offer waits for an answer or was said yes to."""
    here = {"table": OuterRef("pk")}
    stands = MentorOffering.objects.filter(answer__in=("", OfferAnswer.YES), **here)
    asked = Table.objects.filter(pk__in=[table.pk for table in tables])
    return asked.filter(~Exists(stands), ~Exists(_seated().filter(**here))).order_by("pk")


def not_chosen(*, tables: QuerySet[Table]) -> QuerySet[MentorOffering]:
    """Offers at the tables that she said yes to while nobody sits there as mentor; not where she stopped herself."""
    seated = _seated().filter(table=OuterRef("table"))
    stopped = MentorParting.objects.filter(
        table=OuterRef("table"), why=Parted.CITIZEN, on__gte=OuterRef("answered_at")
    )
    newer = MentorOffering.objects.filter(table=OuterRef("table"), offered_at__gt=OuterRef("offered_at"))
    rows = MentorOffering.objects.filter(table__in=tables.order_by().values("pk"), answer=OfferAnswer.YES)
    return rows.filter(~Exists(seated), ~Exists(stopped), ~Exists(newer))


def not_written(*, tables: QuerySet[Table]) -> QuerySet[Seat]:
    """Mentors at the tables with whom no agreement stands."""
    written = MentorAgreement.objects.filter(seat=OuterRef("pk"), dropped_at=None)
    return _seated().filter(~Exists(written), table__in=tables.order_by().values("pk"))


def ends_soon_by(at: datetime) -> date:
    """An agreement whose last day is this one or earlier is to be talked about."""
    return localdate(at) + timedelta(days=ENDS_SOON_DAYS)


def to_write_anew(*, tables: QuerySet[Table], at: datetime) -> QuerySet[MentorAgreement]:
    """The newest agreement of mentors at the tables: one is wanted otherwise, or it is over within two weeks."""
    newer = MentorAgreement.objects.filter(seat=OuterRef("seat"), version__gt=OuterRef("version"), dropped_at=None)
    wanted = ~Q(changes_wanted_by="")
    ends = Q(head_said_yes_at__isnull=False, mentor_said_yes_at__isnull=False, last_on__lte=ends_soon_by(at))
    rows = MentorAgreement.objects.filter(
        dropped_at=None, seat__ends_at=None, table__in=tables.order_by().values("pk")
    )
    return rows.filter(wanted | ends).filter(~Exists(newer))
