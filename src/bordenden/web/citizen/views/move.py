"""Du flytter: what goes along, what stays, and her yes or no; she moves all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.moves import actions, queries
from bordenden.moves.words import MoveAnswer
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.moves.models import Move


@opens(acts.MOVE_ANSWER)
def move(visit: Visit[Move], pk: UUID) -> HttpResponse:
    """Two buttons of the same size. Until it is packed she may say something else."""
    form = WholeForm(visit.posted)
    said = visit.request.POST.get("do", "")
    if said in MoveAnswer.values:
        try:
            with visit.writing(pk) as held:
                actions.answer(move=held, said=MoveAnswer(said), by=visit.viewer.person, at=visit.at)
            return visit.go("move", pk)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        asked = visit.reach(pk, "table", "destination")
        context = {
            "move": asked,
            "place": asked.destination.name,
            "closed": asked.table.closed_at is not None,
            "yes": asked.answer == MoveAnswer.YES,
            "goes": _goes(queries.hers_in_numbers(table=asked.table)),
        }
        return visit.show("citizen/move.html", context, form)


def _goes(numbers: dict[str, int]) -> list[str]:
    """What goes along, as lines; what there is none of is not named."""
    words = numbers["Statement"] + numbers["Wording"]
    lines = (
        (words, _("Dine egne ord, også de gamle")),
        (numbers["Goal"], ngettext("%(n)d mål", "%(n)d mål", numbers["Goal"])),
        (numbers["Barrier"], _("Det, der gør det svært")),
        (numbers["SmallStep"], ngettext("%(n)d lille skridt", "%(n)d små skridt", numbers["SmallStep"])),
        (numbers["Chosen"], _("Det, du har valgt (det kommer med som ønsker)")),
        (numbers["Sheet"], _("Dine vurderinger og kurver")),
        (numbers["PlanVersion"], _("De planer, du har sagt ja til")),
    )
    return [text % {"n": number} if "%(n)d" in text else text for number, text in lines if number]
