"""En aftale: whose it is, and the mark its owner sets when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.meetings.queries import first_writer
from bordenden.meetings.words import Side
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.talks import agreement_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Agreement


@opens(acts.AGREEMENT_MARK)
def agreement(visit: Visit[Agreement], pk: UUID) -> HttpResponse:
    """She marks what is hers; what is her caseworker's she can read."""
    form = WholeForm(visit.posted)
    if visit.posted is not None:
        try:
            with visit.writing(pk) as held:
                only_her(visit, held)
                done = visit.request.POST.get("done") != "0"
                actions.mark_agreement(agreement=held, done=done, by=visit.viewer.person, at=visit.at)
            return visit.go("talk", held.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(pk)
        only_her(visit, row)
        staff = first_writer(agreement=row).given_name
        context = {
            "agreement": agreement_part(row, name="", staff=staff),
            "hers": row.owner == Side.CITIZEN,
            "staff": staff,
            "table": row.table_id,
        }
        return visit.show("citizen/agreement.html", context, form)
