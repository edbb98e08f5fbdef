"""Reads of what stands at a table about its mentor: the offer, the seat, who left."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.timezone import localdate

from bordenden.audit.actions import Actor
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.mentors.models import MentorAgreement, MentorOffering, MentorParting
from bordenden.mentors.queries.agreements import agreement_of, standing_agreement
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class Mentoring:
    """How it stands at a table: the newest offer, who sits there as mentor, what is agreed and what waits.

    `agreement` is the newest that was not dropped, whether both have said yes or not; `standing` is the one that
    counts on the day.
    """

    offering: MentorOffering | None
    seat: Seat | None
    agreement: MentorAgreement | None
    standing: MentorAgreement | None


def mentor_of(*, table: Table, at: datetime) -> Seat | None:
    """The seat of whoever is her mentor, with the person; the newest, of several."""
    return next(iter(_mentor_at.ask(table=table.pk, at=at)), None)


@Question
def _mentor_at(*, table: UUID, at: datetime) -> QuerySet[Seat]:
    held = Seat.objects.filter(during(at), table_id=table, role=SeatRole.MENTOR).select_related("person")
    return held.order_by("-starts_at", "pk")[:1]


def mentoring_of(*, table: Table, at: datetime) -> Mentoring:
    """How it stands with a mentor at the table at that moment. At most four queries."""
    seat = mentor_of(table=table, at=at)
    offering = offering_of(table=table)
    if seat is None:
        return Mentoring(offering, None, None, None)
    return Mentoring(offering, seat, agreement_of(seat=seat), standing_agreement(seat=seat, at=at))


def offering_of(*, table: Table) -> MentorOffering | None:
    """The newest offer of a mentor."""
    return next(iter(_newest_offering.ask(table=table.pk)), None)


@Question
def _newest_offering(*, table: UUID) -> QuerySet[MentorOffering]:
    return offerings_of(table=Table(pk=table))[:1]


def offerings_of(*, table: Table) -> QuerySet[MentorOffering]:
    """Every offer there has been, the newest first, with who offered."""
    return MentorOffering.objects.filter(table=table).select_related("offered_by").order_by("-offered_at", "pk")


def earlier_mentors(*, table: Table, at: datetime) -> QuerySet[Seat]:
    """Who has been her mentor before, the newest first, with the person."""
    held = Seat.objects.filter(table=table, role=SeatRole.MENTOR, ends_at__lte=at).select_related("person")
    return held.order_by("-ends_at", "pk")


def parting_to_see(*, table: Table) -> MentorParting | None:
    """The newest parting that came from elsewhere than her and that she has not put away; not of one who is back."""
    return next(iter(_parting.ask(table=table.pk)), None)


@Question
def _parting(*, table: UUID) -> QuerySet[MentorParting]:
    back = Seat.objects.filter(
        table=OuterRef("table"), person=OuterRef("seat__person"), role=SeatRole.MENTOR, ends_at__isnull=True
    )
    rows = MentorParting.objects.filter(~Exists(back), table_id=table, seen_at=None).select_related("seat__person")
    return rows.order_by("-on", "pk")[:1]


def tables_mentored(*, person: Actor, at: datetime) -> QuerySet[Seat]:
    """Where somebody sits as mentor now, in the order they came."""
    held = Seat.objects.filter(during(at), person_id=person.pk, role=SeatRole.MENTOR).select_related("table")
    return held.order_by("starts_at", "pk")


def _in_course() -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(activated_on__isnull=False, exit=None)


def never_offered(*, municipality: int, before: datetime) -> QuerySet[Table]:
    """Tables with a course that began before the moment and still goes, where nobody was offered a mentor."""
    going = _in_course().filter(table=OuterRef("pk"), activated_on__lte=localdate(before))
    offered = MentorOffering.objects.filter(table=OuterRef("pk"))
    seated = Seat.objects.filter(table=OuterRef("pk"), role=SeatRole.MENTOR, ends_at__isnull=True)
    rows = Table.objects.filter(~Exists(offered), ~Exists(seated), Exists(going), municipality=municipality)
    return rows.order_by("opened_at", "pk")


def offered_figures(*, project: Project) -> dict[str, int]:
    """Of a project's courses that go: how many there are, were offered a mentor, and have said each answer.

    Keys: "going", "offered", "yes", "later", "no", "unanswered", "seated", and "waits" for whom nobody offered one
    and who has none either. One query for the answers, one for all else.
    """
    going = _in_course().filter(project=project)
    newest = MentorOffering.objects.filter(table__in=going.values("table")).order_by("table", "-offered_at", "pk")
    last: dict[object, str] = {}
    for table, answer in newest.values_list("table", "answer"):
        last.setdefault(table, answer)
    said = {answer: sum(value == answer for value in last.values()) for answer in ("", *OfferAnswer.values)}
    seated = Exists(Seat.objects.filter(table=OuterRef("table"), role=SeatRole.MENTOR, ends_at__isnull=True))
    offered = Exists(MentorOffering.objects.filter(table=OuterRef("table")))
    counted: dict[str, int] = going.aggregate(
        going=Count("pk"),
        seated=Count("table", distinct=True, filter=seated),
        waits=Count("table", distinct=True, filter=~seated & ~offered),
    )
    answers = {answer.value: said[answer.value] for answer in OfferAnswer}
    return {**counted, **answers, "offered": len(last), "unanswered": said[""]}
