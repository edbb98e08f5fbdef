"""All questions of a sheet with what she has answered: the way to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.assessments.words import Purpose
from bordenden.web.citizen.asking import to_the_end
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet


@opens(acts.SHEET_ANSWER)
def sheet_list(visit: Visit[Sheet], pk: UUID) -> HttpResponse:
    """To read; each line leads to its question while the round is open."""
    reached = visit.reach(pk)
    stand = queries.hers(sheet=reached)
    context = {
        "sheet": reached,
        "stand": stand,
        "may_answer": reached.finished_at is None or (reached.pen_id is not None and reached.confirmed_at is None),
        "has_cards": reached.purpose == Purpose.SITUATION and reached.finished_at is None,
        "on": to_the_end(reached, stand).url,
    }
    return visit.show("citizen/sheet_list.html", context)
