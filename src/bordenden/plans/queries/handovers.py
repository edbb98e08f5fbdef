"""Reads of plans that are agreed and not yet put into her hands."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, Min, OuterRef, QuerySet, Subquery
from django.utils.timezone import localdate

from bordenden.pathways.models import Enrolment, Table
from bordenden.plans.models import Handover, PlanVersion
from bordenden.plans.words import VersionStatus
from bordenden.programmes.models import Project


def due_before(at: datetime) -> datetime:
    """What was agreed before this moment has had all the days that are set."""
    return at - timedelta(days=settings.HANDOVER_DAYS)


def _not_given() -> QuerySet[PlanVersion]:
    given = Handover.objects.filter(version=OuterRef("pk"))
    rows = PlanVersion.objects.filter(status=VersionStatus.AGREED, plan__ended_at__isnull=True)
    return rows.filter(~Exists(given))


def overdue(*, at: datetime) -> QuerySet[PlanVersion]:
    """Agreed, holding, not in her hands in time, and not ended; whoever has waited longest first."""
    return _not_given().filter(agreed_at__lt=due_before(at)).defer("content").order_by("agreed_at", "pk")


def give_by(*, tables: Iterable[Table]) -> dict[UUID, date]:
    """The day by which a plan is to be in her hands, at those of the tables where one is not. One query."""
    rows = _not_given().filter(table__in=list(tables), agreed_at__isnull=False).order_by().values("table")
    found = rows.annotate(first=Min("agreed_at")).values_list("table", "first")
    return {table: localdate(agreed + timedelta(days=settings.HANDOVER_DAYS)) for table, agreed in found}


def overdue_at(*, tables: QuerySet[Table], at: datetime) -> QuerySet[PlanVersion]:
    """The same at these tables, with their table."""
    return overdue(at=at).filter(table__in=tables).select_related("table")


def overdue_references(*, project: Project, at: datetime) -> QuerySet[PlanVersion]:
    """The same in one project, each with its case reference (`reference`); never a name, never the plan."""
    own = Enrolment.objects.filter(table=OuterRef("table"), project=project).order_by("-referred_on", "pk")
    rows = overdue(at=at).filter(municipality_id=project.municipality_id)
    named = rows.annotate(reference=Subquery(own.values("reference")[:1]), ended=Subquery(own.values("exit")[:1]))
    return named.filter(reference__isnull=False, ended__isnull=True).order_by(F("agreed_at").asc(), "reference")
