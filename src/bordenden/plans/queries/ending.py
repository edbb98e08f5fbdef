"""Reads of what is left open when a course ends, and of plans that do not yet follow their course."""

from dataclasses import dataclass

from django.db.models import QuerySet

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
    """What stands open on the plan of a table, and in lines. Three counts."""
    steps = SmallStep.objects.filter(table=table, done_at=None, let_go_at=None)
    chosen = Chosen.objects.filter(table=table).exclude(status__in=ENDED)
    return LeftOpen(steps.count(), chosen.count(), Waiting.objects.filter(table=table, state__in=STILL_IN).count())


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
