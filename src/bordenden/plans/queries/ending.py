"""Reads of what is left open when a course ends, and of plans that do not yet follow their course."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from bordenden.offers.models import Waiting
from bordenden.offers.words import STILL_IN
from bordenden.pathways.models import Table
from bordenden.pathways.queries import running
from bordenden.people.models import Municipality
from bordenden.plans.models import Chosen, Plan, SmallStep
from bordenden.plans.words import ENDED


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """How many small steps are not done, how much chosen has not ended, and how many lines and places are held."""

    steps: int
    chosen: int
    lines: int


def left_open(*, table: Table) -> LeftOpen:
    """What stands open on the plan of a table, and in lines. One query."""
    return LeftOpen(*Table.objects.filter(pk=table.pk).values_list(*left_columns("pk").values()).get())


def left_columns(table: str) -> dict[str, Combinable]:
    """The same as columns of a question about something that knows its table as `table`, in the order of LeftOpen."""
    at = {"table": OuterRef(table)}
    steps = SmallStep.objects.filter(**at, done_at=None, let_go_at=None)
    chosen = Chosen.objects.filter(**at).exclude(status__in=ENDED)
    lines = Waiting.objects.filter(**at, state__in=STILL_IN)
    return {"left_steps": _number(steps), "left_chosen": _number(chosen), "left_lines": _number(lines)}


def _number(rows: QuerySet[Any]) -> Coalesce:
    counted = rows.order_by().values("table").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def plans_to_end(*, municipality: Municipality) -> QuerySet[Plan]:
    """Plans of a municipality that run though the newest course at their table has ended."""
    rows = Plan.objects.filter(municipality=municipality, ended_at=None)
    return rows.exclude(table__in=_runs(rows).values("pk")).select_related("table").order_by("pk")


def plans_to_go_on(*, municipality: Municipality) -> QuerySet[Plan]:
    """Plans of a municipality that have ended though a course runs at their table."""
    rows = Plan.objects.filter(municipality=municipality, ended_at__isnull=False)
    return rows.filter(table__in=_runs(rows).values("pk")).select_related("table", "owner").order_by("pk")


def _runs(rows: QuerySet[Plan]) -> QuerySet[Table]:
    return running(tables=Table.objects.filter(pk__in=rows.values("table")))
