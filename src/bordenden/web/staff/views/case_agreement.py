"""En aftale: the caseworker marks what he has promised; what is hers she marks herself."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions
from bordenden.meetings.queries import first_writer
from bordenden.meetings.words import Side
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.parts.talks import agreement_part
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Agreement


@opens(acts.AGREEMENT_MARK)
def case_agreement(visit: Visit["Agreement"], agreement: UUID) -> HttpResponse:
    """The agreement with its button."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(agreement) as held:
                only_staff(visit, held)
                done = visit.request.POST.get("done") != "0"
                actions.mark_agreement(agreement=held, done=done, by=visit.viewer.person, at=visit.at)
            return visit.go("conversations", held.table_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        row = visit.reach(agreement, "table")
        only_staff(visit, row)
        name = given_names(at_the_head(table=row.table, at=visit.at))
        context = {
            "agreement": agreement_part(row, name=name, staff=first_writer(agreement=row).given_name),
            "his": row.owner == Side.COORDINATOR,
            "name": name,
            "table": row.table_id,
        }
        return visit.show("staff/case_agreement.html", context, form)
