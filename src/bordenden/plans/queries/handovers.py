"""Reads of plans that are agreed and not yet put into her hands."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from bordenden.pathways.models import Enrolment, Table
from bordenden.plans.models import Handover, PlanVersion
from bordenden.plans.words import VersionStatus
from bordenden.programmes.models import Project


def due_before(at: datetime) -> datetime:
    """What was agreed before this moment has had all the days that are set."""
    return at - timedelta(days=settings.HANDOVER_DAYS)


def overdue(*, at: datetime) -> QuerySet[PlanVersion]:
    """Agreed, holding, not in her hands in time, and not ended; whoever has waited longest first."""
    given = Handover.objects.filter(version=OuterRef("pk"))
    rows = PlanVersion.objects.filter(
        status=VersionStatus.AGREED, agreed_at__lt=due_before(at), plan__ended_at__isnull=True
    )
    return rows.filter(~Exists(given)).defer("content").order_by("agreed_at", "pk")


def overdue_at(*, tables: QuerySet[Table], at: datetime) -> QuerySet[PlanVersion]:
    """The same at these tables, with their table."""
    return overdue(at=at).filter(table__in=tables).select_related("table")


def overdue_references(*, project: Project, at: datetime) -> QuerySet[PlanVersion]:
    """The same in one project, each with its case reference (`reference`); never a name, never the plan."""
    own = Enrolment.objects.filter(table=OuterRef("table"), project=project).order_by("-referred_on", "pk")
    rows = overdue(at=at).filter(municipality_id=project.municipality_id)
    named = rows.annotate(reference=Subquery(own.values("reference")[:1]), ended=Subquery(own.values("exit")[:1]))
    return named.filter(reference__isnull=False, ended__isnull=True).order_by(F("agreed_at").asc(), "reference")
