"""Tag det tilbage: she does not ask any more; what has been answered stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog import actions
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.forms import WholeForm
from bordenden.web.parts.help import help_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import HelpRequest


@opens(acts.HELP_TAKE_BACK)
def help_take_back(visit: Visit[HelpRequest], pk: UUID) -> HttpResponse:
    """What she asked, and the one button."""
    form = WholeForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.take_back_help(request=held, by=visit.viewer.person, at=visit.at)
                return visit.go("help_requests", held.table_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        asked = visit.reach(pk)
        context = {"table": asked.table_id, "request": help_part(asked, seen=visit.at)}
        return visit.show("citizen/help_take_back.html", context, form)
