"""Brevet: a formal decision with its grounds and how to complain, as she reads it on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.chosen import letter_data
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Ruling


@opens(acts.RULING_READ)
def ruling(visit: Visit[Ruling], pk: UUID) -> HttpResponse:
    """The very words of the paper."""
    row = visit.reach(pk, "municipality", "decided_by")
    only_her(visit, row)
    name = visit.viewer.person.name
    context = {"letter": letter_data(row, name=name, at=visit.at), "ruling": pk, "chosen": row.chosen_id}
    return visit.show("citizen/ruling.html", context)
