"""What both ways of copying to the journal share: which format is asked for, and the answer that hands it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.contactlog.words import CopyFormat
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import given_names
from bordenden.web.staff.journal import as_pdf, as_text, notes_of

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Table
    from bordenden.web.threshold.visit import Visit

AGAIN = "again"


def asked_format(visit: Visit[Any]) -> CopyFormat:
    """PDF where the button said so, else text."""
    return CopyFormat.PDF if visit.request.POST.get("format") == CopyFormat.PDF else CopyFormat.TEXT


def said_first(chain: Sequence[Entry], *, seen: datetime) -> tuple[str, str]:
    """When the contact was, and its words as they stand now: what is read before the tap."""
    return moment(chain[0].happened_at, seen=seen), chain[-1].summary


def handed_out(
    visit: Visit[Any], template: str, table: Table, chains: Iterable[list[Entry]], way: CopyFormat
) -> HttpResponse:
    """The file, or the page with the text to copy. A file's name tells the day and nothing about anybody."""
    notes = notes_of(table, chains, author=visit.viewer.person.name, at=visit.at)
    if way == CopyFormat.PDF:
        name = f"journalnotat-{localdate(visit.at).isoformat()}.pdf"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(as_pdf(notes, at=visit.at), content_type="application/pdf", headers=headers)
    context = {
        "name": given_names(at_the_head(table=table, at=visit.at)),
        "table": table,
        "lines": [],
        "number": 0,
        "text": as_text(notes),
        "again": AGAIN,
    }
    return visit.show(template, context)
