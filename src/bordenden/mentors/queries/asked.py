"""What about a mentor waits for her on her first page: columns beside another question, or a question by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.expressions import Combinable

from bordenden.mentors.models import MentorAgreement, MentorOffering, MentorParting
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole


@dataclass(frozen=True, slots=True)
class Asked:
    """`left`: the given name of who is not her mentor any more, "" for nobody; `agreement`: one she has not answered,
    with the given name of that `mentor`; `offered`: whether an offer waits."""

    left: str = ""
    agreement: UUID | None = None
    mentor: str = ""
    offered: bool = False


def asked_columns(*, at: datetime, table: str = "table") -> dict[str, Combinable]:
    """For rows that name their table in the column `table`: what `asked_in` reads, without a query of its own."""
    here, sits = Q(table=OuterRef(table)), Q(ends_at=None) | Q(ends_at__gt=at)
    beside = Seat.objects.filter(sits, table=OuterRef("table"), role=SeatRole.MENTOR)
    again = beside.filter(person=OuterRef("seat__person"))
    left = MentorParting.objects.filter(here, ~Exists(again), seen_at=None).order_by("-on", "pk")
    still = Q(seat__ends_at=None) | Q(seat__ends_at__gt=at)
    # Whoever wished a change waits for the caseworker, not for her.
    open_ones = MentorAgreement.objects.filter(
        here, still, head_said_yes_at=None, changes_wanted="", dropped_at=None
    ).order_by("-written_at", "pk")
    return {
        "mentor_left": Subquery(left.values("seat__person__given_name")[:1]),
        "mentor_agreement": Subquery(open_ones.values("pk")[:1]),
        "mentor_named": Subquery(open_ones.values("seat__person__given_name")[:1]),
        "mentor_offered": Exists(MentorOffering.objects.filter(here, ~Exists(beside), answer="")),
    }


def asked_in(*, row: Mapping[str, Any]) -> Asked:
    """What these columns say."""
    named = row["mentor_named"] or ""
    return Asked(row["mentor_left"] or "", row["mentor_agreement"], named, row["mentor_offered"])


def asked_of_table(*, table: Table, at: datetime, also: Mapping[str, Combinable]) -> Mapping[str, Any]:
    """These columns, and others that know the table as `OuterRef("pk")`, where there is no plan to ask. One query."""
    columns = {**asked_columns(at=at, table="pk"), **also}
    row: Mapping[str, Any] = Table.objects.filter(pk=table.pk).annotate(**columns).order_by("pk").values(*columns)[0]
    return row
