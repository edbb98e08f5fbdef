"""What has been chosen in a project, offer by offer, as the figures of its leader need it; never a name or a word."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, QuerySet, Value, When
from django.utils.timezone import localdate

from bordenden.foundation.prepared import Question
from bordenden.offers.models import Offer
from bordenden.pathways.models import Enrolment
from bordenden.plans.models import Chosen
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: which offer, where it stands, days from wish to start (None before), a reason or not, her view."""

    offer: UUID
    table: UUID
    status: str
    waited: int | None
    has_reason: bool
    hit_right: str


def choices_in(*, project: Project) -> Iterator[Choice]:
    """Every choice of an offer at the tables of the project. One query."""
    for offer, table, status, chosen_at, started_on, has_reason, hit_right in _choices.ask(project=project.pk):
        waited = (started_on - localdate(chosen_at)).days if started_on else None
        yield Choice(offer, table, status, None if waited is None else max(0, waited), has_reason, hit_right)


@Question
def _choices(*, project: UUID) -> QuerySet[Chosen, tuple[Any, ...]]:
    tables = Enrolment.objects.filter(project_id=project).values("table_id")
    said = Case(When(why="", then=Value(False)), default=Value(True), output_field=BooleanField())
    rows = Chosen.objects.filter(offer__isnull=False, table__in=tables).annotate(said=said).order_by("pk")
    return rows.values_list("offer_id", "table_id", "status", "chosen_at", "started_on", "said", "hit_right")


def offers_chosen(*, project: Project) -> list[Offer]:
    """The offers behind the choices, by department and name."""
    return _offers_chosen.ask(project=project.pk)


@Question
def _offers_chosen(*, project: UUID) -> QuerySet[Offer]:
    tables = Enrolment.objects.filter(project_id=project).values("table_id")
    chosen = Chosen.objects.filter(offer__isnull=False, table__in=tables).values("offer_id")
    return Offer.objects.filter(pk__in=chosen).order_by("department", "sort_key", "pk")
