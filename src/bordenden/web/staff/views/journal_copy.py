"""Kopiér til journal: one contact as text or PDF for the municipality's own journal, and marked as copied."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog import actions
from bordenden.contactlog.queries import chain_of, told_in
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.staff.handing_out import asked_format, handed_out, said_first
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry


@opens(acts.JOURNAL_COPY)
def journal_copy(visit: Visit["Entry"], entry: UUID) -> HttpResponse:
    """A tap hands it out and marks it; merely opening the address does neither."""
    if visit.posted is not None:
        way = asked_format(visit)
        with visit.writing(entry) as reached:
            copies = actions.copy_to_journal(entries=[reached], format=way, by=visit.viewer.person, at=visit.at)
        reached = visit.hand_out(entry)
        return handed_out(visit, "staff/journal_copy.html", reached.table, told_in(copies=copies), way)
    reached = visit.reach(entry)
    context = {
        "name": given_names(at_the_head(table=reached.table, at=visit.at)),
        "table": reached.table,
        "lines": [said_first(chain_of(entry=reached), seen=visit.at)],
        "number": 1,
        "text": "",
        "again": "",
    }
    return visit.show("staff/journal_copy.html", context)
