"""Et fælles lille skridt: the words, and who of the family takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families.actions import set_family_step
from bordenden.web.citizen.family_line import line_new
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family


@opens(acts.FAMILY_WRITE)
def family_step_new(visit: Visit[Family], pk: UUID) -> HttpResponse:
    """The same form sent twice is one step."""
    return line_new(visit, pk, set_family_step, "citizen/family_step_new.html")
