"""Reads about programmes: the offices a person holds, with what they are held in; who leads a project."""

from datetime import datetime

from django.db.models import Q, QuerySet

from bordenden.people.models import Person
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import OfficeRole


def _held(at: datetime) -> Q:
    return Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))


def leader_of(*, project: Project, at: datetime) -> Person | None:
    """Who leads the project at that moment, if anybody. One query."""
    rows = Office.objects.filter(_held(at), project=project, role=OfficeRole.PROJECT_LEADER).select_related("person")
    office = rows.order_by("starts_at", "pk").first()
    return office.person if office else None


def offices_of(*, person: Person, at: datetime) -> QuerySet[Office]:
    """The offices held at that moment, oldest first."""
    rows = Office.objects.filter(_held(at), person=person).select_related("project__municipality", "programme")
    return rows.order_by("starts_at", "pk")
