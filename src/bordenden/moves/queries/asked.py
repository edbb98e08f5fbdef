"""Reads of moving: who is to be asked, what waits for her answer, what is to be sent, what is on its way here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable

from bordenden.moves.models import Arrival, Move
from bordenden.moves.queries.packing import KINDS
from bordenden.moves.words import LIES_READY, MoveAnswer
from bordenden.pathways.models import Exit, Seat, Table
from bordenden.pathways.words import ExitReason, SeatRole
from bordenden.people.models import Municipality
from bordenden.programmes.models import Project


@dataclass(frozen=True, slots=True)
class Asked:
    """`move`: one that waits for her answer; `came_along`: her table came from another municipality."""

    move: UUID | None = None
    came_along: bool = False


def awaiting_departure(*, municipality: Municipality) -> QuerySet[Exit]:
    """Exits by which somebody alone at the head moves to a municipality with a project, and nobody has been asked."""
    heads = Seat.objects.filter(table=OuterRef("table"), role=SeatRole.HEAD, ends_at__isnull=True).order_by()
    rows = Exit.objects.filter(municipality=municipality, reason=ExitReason.MOVED, moved_to__isnull=False, move=None)
    there = Exists(Project.objects.filter(municipality=OuterRef("moved_to")))
    alone = Subquery(heads.values("table").annotate(number=Count("pk")).values("number"))
    return rows.annotate(heads=alone).filter(there, heads=1, table__closed_at__isnull=True).order_by("pk")


def to_be_carried(*, municipality: Municipality) -> QuerySet[Move]:
    """Moves she said yes to that are not there yet."""
    rows = Move.objects.filter(municipality=municipality, answer=MoveAnswer.YES, sent_at__isnull=True)
    return rows.select_related("table", "destination").order_by("answered_at", "pk")


def asked_columns() -> dict[str, Combinable]:
    """For rows that name their table in the column `table`: what `asked_move` reads, without a query of its own."""
    waits = Move.objects.filter(table=OuterRef("table"), answer="").order_by("-asked_at", "pk")
    came = Arrival.objects.filter(table=OuterRef("table"))
    return {"move_asked": Subquery(waits.values("pk")[:1]), "came_along": Exists(came)}


def asked_in(*, row: Mapping[str, Any]) -> Asked:
    """What these columns say; nothing where there was no row to read."""
    return Asked(row.get("move_asked"), row.get("came_along", False))


def hers_in_numbers(*, table: Table) -> dict[str, int]:
    """How much of each kind goes along, by the kind's name. One query."""
    each = (kind.rows(table).order_by().annotate(of=Value(kind.name)) for kind in KINDS)
    first, *others = (rows.values("of").annotate(n=Count("pk")) for rows in each)
    return dict(first.union(*others, all=True).values_list("of", "n"))


def on_their_way(*, municipality: Municipality) -> QuerySet[Arrival]:
    """Tables on their way here, the first first; what is in the suitcase is not read."""
    rows = Arrival.objects.filter(municipality=municipality, received_at__isnull=True)
    return rows.select_related("origin").defer("suitcase").order_by("sent_at", "pk")


def left_behind(*, municipality: Municipality, at: datetime) -> QuerySet[Arrival]:
    """Tables nobody has received for as long as they lie ready; what is in the suitcase is not read."""
    rows = Arrival.objects.filter(municipality=municipality, received_at__isnull=True, sent_at__lte=at - LIES_READY)
    return rows.defer("suitcase").order_by("pk")
