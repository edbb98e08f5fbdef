"""Reads of what happens at a table around the catalogue: what was gone through with her, what is missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from bordenden.foundation.prepared import Question
from bordenden.offers.models import Need, Offer, Presentation
from bordenden.offers.words import Area, Category
from bordenden.pathways.models import Enrolment, Table
from bordenden.people.models import Municipality
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class Presented:
    """One offer: how often it was gone through with somebody alone and in a group, and with how many people."""

    offer: Offer
    alone: int
    in_a_group: int
    people: int


def presented_in(*, project: Project) -> list[Presented]:
    """What was gone through at the tables of a project, by department and name. Two queries; never whose table."""
    found = {offer: counted for offer, *counted in _gone_through.ask(project=project.pk)}
    offers = _in_order.ask(offers=sorted(found)) if found else []
    return [Presented(offer, *found[offer.pk]) for offer in offers]


@Question
def _gone_through(*, project: UUID) -> QuerySet[Presentation, tuple[UUID, int, int, int]]:
    tables = Enrolment.objects.filter(project_id=project).values("table_id")
    rows = Presentation.objects.filter(table__in=tables).order_by().values_list("offer")
    return rows.annotate(
        alone=Count("pk", filter=Q(in_a_group=False)),
        in_a_group=Count("pk", filter=Q(in_a_group=True)),
        people=Count("table", distinct=True),
    )


@Question
def _in_order(*, offers: Sequence[UUID]) -> QuerySet[Offer]:
    return Offer.objects.filter(pk__in=offers).order_by("department", "sort_key", "pk")


def presented(*, table: Table) -> QuerySet[Presentation]:
    """What was gone through with her, the newest day first."""
    return (
        Presentation.objects.filter(table=table)
        .select_related("offer", "by")
        .order_by("-on", "offer__sort_key", "pk")
    )


def needs_of(*, table: Table) -> QuerySet[Need]:
    """What she has said she misses and has not taken back, the newest first."""
    return Need.objects.filter(table=table, taken_back_at__isnull=True).order_by("-said_at", "pk")


def need_tables(*, municipality: Municipality) -> dict[tuple[Area, Category], int]:
    """At how many tables something of each area and category is missed. Exact: not to be shown as it is."""
    rows = (
        Need.objects.filter(municipality=municipality, taken_back_at__isnull=True)
        .order_by("area", "category")
        .values_list("area", "category")
        .annotate(tables=Count("table", distinct=True))
    )
    return {(Area(area), Category(category)): tables for area, category, tables in rows}


def needy_tables(*, municipality: Municipality, among: frozenset[tuple[Area, Category]]) -> int:
    """At how many different tables any of these is missed. Exact: not to be shown as it is."""
    rows = Need.objects.filter(municipality=municipality, taken_back_at__isnull=True).order_by("pk")
    pairs = rows.values_list("table_id", "area", "category")
    return len({table for table, area, category in pairs if (area, category) in among})
