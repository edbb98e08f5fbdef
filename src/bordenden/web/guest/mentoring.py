"""A mentor's own seat at a table, for the pages of this door that are for whoever was chosen as mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from bordenden.mentors.queries import tables_mentored
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from bordenden.pathways.models import Seat


def own_seat(visit: Visit[Any], table: UUID) -> Seat:
    """The seat from which the viewer is mentor at the table now; as if nothing were there for anybody else."""
    rows = tables_mentored(person=visit.viewer.person, at=visit.at).filter(table=table)
    seat = rows.order_by("-starts_at", "pk").first()
    if seat is None:
        raise Http404
    return seat


def only_own(visit: Visit[Any], seat: Seat) -> None:
    """Refuse, as if it were not there, what belongs to another mentor's seat, or to a seat one has left."""
    if seat.person_id != visit.viewer.pk or (seat.ends_at is not None and seat.ends_at <= visit.at):
        raise Http404
