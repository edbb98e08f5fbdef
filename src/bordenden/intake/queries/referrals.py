"""Reads about referrals: a candidate's, the one that waits for her answer, and who might be her caseworker."""

from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.lasting import during
from bordenden.intake.models import Candidate, Referral
from bordenden.pathways.models import Enrolment, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import OfficeRole

_UNANSWERED = Q(consented_at__isnull=True, declined_at__isnull=True)


def referral_of(*, candidate: Candidate) -> Referral | None:
    """The candidate's referral, with who is proposed as caseworker."""
    rows = Referral.objects.filter(candidate=candidate).select_related("caseworker", "enrolment")
    return rows.order_by("pk").first()


def referral_behind(*, enrolment: Enrolment) -> Referral | None:
    """The referral a course came from; None for one that was brought in otherwise."""
    return Referral.objects.filter(enrolment=enrolment).select_related("candidate").order_by("pk").first()


def joining_column(*, table: str = "table") -> dict[str, Combinable]:
    """For rows that name their table in the column `table`: which referral waits for her answer."""
    waiting = Referral.objects.filter(_UNANSWERED, table=OuterRef(table), candidate__closed_at__isnull=True)
    return {"joining": Subquery(waiting.order_by("-prepared_at", "pk").values("pk")[:1])}


def promised(*, project: Project) -> dict[str, UUID]:
    """The case numbers kept for whoever is asked and has no course yet, by their key, with her table. One query.

    A no keeps its number: it may become a yes any day.
    """
    rows = Referral.objects.filter(candidate__project=project, enrolment__isnull=True).order_by("pk")
    return {reference_key(one): table for one, table in rows.values_list("reference", "table_id") if one}


def may_be_caseworker(*, project: Project, at: datetime) -> QuerySet[Person]:
    """The project's caseworkers whom a citizen can call, in Danish order."""
    held = Office.objects.filter(during(at), project=project, role=OfficeRole.CASEWORKER)
    people = Person.objects.filter(pk__in=held.values("person")).exclude(phone="").exclude(reachable="")
    return people.order_by("sort_key", "pk")


def own_table(*, person: Person, at: datetime) -> Table | None:
    """The newest open table where the person alone sits at the head: whoever comes back sits down where she sat."""
    heads = Seat.objects.filter(during(at), role=SeatRole.HEAD)
    others = heads.exclude(person=person).values("table")
    own = heads.filter(person=person, table__closed_at__isnull=True).exclude(table__in=others).select_related("table")
    seat = own.order_by("-starts_at", "pk").first()
    return seat.table if seat else None
