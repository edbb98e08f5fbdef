"""Reads about programmes: the offices a person holds, with what they are held in, and who is whose colleague."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from bordenden.people.models import Person
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import OfficeRole


def leader_of(*, project: Project, at: datetime) -> Person | None:
    """Who leads the project at that moment, if anybody. One query."""
    rows = Office.objects.filter(_held(at), project=project, role=OfficeRole.PROJECT_LEADER).select_related("person")
    office = rows.order_by("starts_at", "pk").first()
    return office.person if office else None


def offices_of(*, person: Person, at: datetime) -> QuerySet[Office]:
    """The offices held at that moment, oldest first."""
    rows = Office.objects.filter(_held(at), person=person).select_related("project__municipality", "programme")
    return rows.order_by("starts_at", "pk")


def colleagues(*, of: Person, at: datetime) -> QuerySet[Person]:
    """The other caseworkers of the same municipality, in Danish order: whoever holds the office there now."""
    held = Office.objects.filter(
        _held(at), role=OfficeRole.CASEWORKER, person=OuterRef("pk"), project__municipality=of.municipality_id
    )
    others = Person.objects.filter(Exists(held), municipality=of.municipality_id).exclude(pk=of.pk)
    return others.order_by("sort_key", "pk")


def caseworkers() -> QuerySet[Person]:
    """Everybody who holds, or once held, the office of a caseworker anywhere."""
    held = Office.objects.filter(role=OfficeRole.CASEWORKER, person=OuterRef("pk"))
    return Person.objects.filter(Exists(held)).order_by("pk")


def imports_into(*, person: Person, at: datetime) -> list[Project]:
    """The projects a caseworker may bring citizens into, oldest office first. One query."""
    held = offices_of(person=person, at=at).filter(role=OfficeRole.CASEWORKER, project__isnull=False)
    return [office.project for office in held if office.project is not None]


def _held(at: datetime) -> Q:
    return Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
