"""Et fælles mål: the words, and who of the family takes it on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families.actions import set_family_goal
from bordenden.web.citizen.family_line import line_new
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family


@opens(acts.FAMILY_WRITE)
def family_goal_new(visit: Visit[Family], pk: UUID) -> HttpResponse:
    """The same form sent twice is one goal."""
    return line_new(visit, pk, set_family_goal, "citizen/family_goal_new.html")
