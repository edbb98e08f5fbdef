"""Brevet på papir: the formal decision as a PDF to print or keep."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.letters import letter_answer
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Ruling


@opens(acts.RULING_READ)
def ruling_paper(visit: Visit[Ruling], pk: UUID) -> HttpResponse:
    """What leaves the house is noted as such."""
    row = visit.hand_out(pk)
    only_her(visit, row)
    return letter_answer(row, name=visit.viewer.person.name, at=visit.at)
