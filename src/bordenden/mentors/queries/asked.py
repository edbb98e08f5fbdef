"""What about a mentor waits for her on her first page, all of it in one query."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

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


def asked_of_her(*, table: Table, at: datetime) -> Asked:
    """What she has not seen or answered. Whoever wished a change waits for the caseworker, not for her."""
    here, sits = Q(table=OuterRef("pk")), Q(ends_at=None) | Q(ends_at__gt=at)
    beside = Seat.objects.filter(sits, table=OuterRef("table"), role=SeatRole.MENTOR)
    again = beside.filter(person=OuterRef("seat__person"))
    left = MentorParting.objects.filter(here, ~Exists(again), seen_at=None).order_by("-on", "pk")
    still = Q(seat__ends_at=None) | Q(seat__ends_at__gt=at)
    unanswered = MentorAgreement.objects.filter(
        here, still, head_said_yes_at=None, changes_wanted="", dropped_at=None
    )
    open_ones = unanswered.order_by("-written_at", "pk")
    offers = MentorOffering.objects.filter(here, ~Exists(beside), answer="")
    found = (
        Table.objects.filter(pk=table.pk)
        .values_list(
            Coalesce(Subquery(left.values("seat__person__given_name")[:1]), Value("")),
            Subquery(open_ones.values("pk")[:1]),
            Coalesce(Subquery(open_ones.values("seat__person__given_name")[:1]), Value("")),
            Exists(offers),
        )
        .order_by("pk")
        .first()
    )
    return Asked(*found) if found else Asked()
