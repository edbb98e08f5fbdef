"""The whole contact log of one citizen, for her coordinating caseworker, paged."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog.queries import newest, not_copied
from bordenden.pathways.queries import at_the_head
from bordenden.web.design.ways import way_to
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.staff.lateness import late_before
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Table


@opens(acts.CONTACTS_READ)
def case_contacts(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """Every contact, the newest first; the way to correct one stands at it."""
    reached = visit.reach(table)
    name = given_names(at_the_head(table=reached, at=visit.at))
    page = cut(partial(newest, table=reached, copies=True), visit.request.GET.get("side"))

    missing = not_copied(tables=[reached], written_before=late_before(visit.at)).get(reached.pk)

    to_correct, to_journal = way_to("contact_correct"), way_to("journal_copy")

    def correct(entry: "Entry") -> str:
        return to_correct(entry.pk) if visit.may(acts.CONTACT_CORRECT, entry) else ""

    def journal(entry: "Entry") -> str:
        return to_journal(entry.pk) if visit.may(acts.JOURNAL_COPY, entry) else ""

    context = {
        "name": name,
        "table": reached,
        "part": contacts_part(page.rows, name=name, seen=visit.at, correct=correct, journal=journal, copies=True),
        "missing": missing if visit.may(acts.JOURNAL_COPY_NEW, reached) else None,
        "late_after": settings.JOURNAL_WORKDAYS,
        "pager": page.pager,
        "may_write": visit.may(acts.CONTACT_WRITE, reached),
    }
    return visit.show("staff/case_contacts.html", context)
