"""Der er en plads til dig: where, when and with whom; yes or no, and by which day."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.offers.words import WaitingState
from bordenden.plans import actions, queries
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.design.parts import Fact
from bordenden.web.parts.chosen import facts_of, place_words
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.offers.models import Waiting

ANSWERS = {"yes": actions.take_place, "no": actions.decline_place}


@opens(acts.PLACE_ANSWER)
def place_answer(visit: Visit[Waiting], pk: UUID) -> HttpResponse:
    """Two buttons. A place that has gone on says so, and the way back into the line."""
    form = WholeForm(visit.posted)
    answer = ANSWERS.get(visit.request.POST.get("do", ""))
    if answer is not None:
        try:
            with visit.writing(pk) as held:
                chosen = queries.chosen_in_line(waiting=held)
                if chosen is None:
                    raise Http404
                answer(chosen=chosen, by=visit.viewer.person, at=visit.at)
            return visit.go("chosen", chosen.pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(pk, "offer")
        chosen = queries.chosen_in_line(waiting=row)
        if chosen is None:
            raise Http404
        context = {
            "title": row.offer.name,
            "words": place_words(row),
            "open": row.state == WaitingState.OFFERED,
            "gone": row.state == WaitingState.PASSED_ON,
            "facts": [Fact(term, value) for term, value in facts_of(row.offer)],
            "chosen": chosen.pk,
            "table": row.table_id,
        }
        return visit.show("citizen/place_answer.html", context, form)
