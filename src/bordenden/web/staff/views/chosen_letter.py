"""Afgørelsen på papir: the caseworker prints the letter the citizen has been given."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.letters import letter_answer
from bordenden.web.parts.names import full_names
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Ruling


@opens(acts.RULING_READ)
def chosen_letter(visit: Visit["Ruling"], ruling: UUID) -> HttpResponse:
    """The very letter she reads; handing it out is noted."""
    row = visit.hand_out(ruling)
    only_staff(visit, row)
    return letter_answer(row, name=full_names(at_the_head(table=row.table, at=visit.at)), at=visit.at)
