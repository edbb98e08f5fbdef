"""Kopiér til journal, all at once: every contact of one citizen that is not in the journal as it stands now."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog import actions
from bordenden.contactlog.queries import last_copied, told_in, uncopied
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.names import given_names
from bordenden.web.staff.handing_out import AGAIN, asked_format, handed_out, said_first
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Table

# The compiler of the PDF keeps about a quarter of a megabyte a note for its next ten papers.
AT_ONCE = 50
LONGEST_NUMBER = 6


@opens(acts.JOURNAL_COPY_NEW)
def journal_copy_new(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """What is missing, by its first lines; a tap hands all of it out and marks it."""
    if visit.posted is not None:
        way, by = asked_format(visit), visit.viewer.person
        with visit.writing(table) as reached:
            entries = _asked_for(visit, reached)
            copies = actions.copy_to_journal(entries=entries, format=way, by=by, at=visit.at)
        if copies:
            reached = visit.hand_out(table)
            return handed_out(visit, "staff/journal_copy_new.html", reached, told_in(copies=copies), way)
    with visit.reading():
        reached = visit.reach(table)
        missing = uncopied(table=reached)
        context = {
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "table": reached,
            "lines": [said_first([one.entry, *one.corrections], seen=visit.at) for one in missing[:AT_ONCE]],
            "number": len(missing),
            "more": len(missing) > AT_ONCE,
            "at_once": AT_ONCE,
            "text": "",
            "again": "" if missing or not last_copied(table=reached, by=visit.viewer.person) else AGAIN,
        }
        return visit.show("staff/journal_copy_new.html", context)


def _asked_for(visit: Visit["Table"], table: "Table") -> list["Entry"]:
    """The oldest of what is missing; or what this very person took last, when asked again or when a tap came twice.

    A page says how many it saw missing (`missing`): when there are fewer by now, its tap has been heard already.
    """
    sent, missing = visit.request.POST, uncopied(table=table)
    if AGAIN in sent or not missing or len(missing) < _number(sent.get("missing", "")):
        return last_copied(table=table, by=visit.viewer.person)
    return [one.entry for one in missing[:AT_ONCE]]


def _number(said: str) -> int:
    """What a form said it saw; what is no short number is none."""
    return int(said) if said.isdecimal() and len(said) <= LONGEST_NUMBER else 0
