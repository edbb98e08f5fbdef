"""Reads of what happens at a table around the catalogue: what was gone through with her, what is missed."""

from django.db.models import Count, QuerySet

from bordenden.offers.models import Need, Presentation
from bordenden.offers.words import Area, Category
from bordenden.pathways.models import Table
from bordenden.people.models import Municipality


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
