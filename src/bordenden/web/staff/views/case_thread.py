"""Skriv til Amina: what the two have written, newest first, and the caseworker's next message."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import unread_in
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.exchange import READ, thread_part
from bordenden.web.parts.names import given_names
from bordenden.web.staff.message_form import MessageForm
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import Thread

DRAFT = "message"


@opens(acts.THREAD_WRITE)
def case_thread(visit: Visit[Thread], thread: UUID) -> HttpResponse:
    """Read, write, say that it is read."""
    form, by = MessageForm(visit.posted), visit.viewer.person
    if visit.request.POST.get("do") == READ:
        with visit.writing(thread) as held:
            only_staff(visit, held)
            actions.read_all(thread=held, by=by, at=visit.at)
        return visit.go("case_thread", thread)
    if form.is_valid():
        with form.heeding(visit), visit.writing(thread) as held:
            only_staff(visit, held)
            said, key = form.cleaned_data["words"], form.cleaned_data["form_key"]
            actions.send(thread=held, words=said, form_key=key, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("case_thread", thread)
    with visit.reading():
        reached = visit.reach(thread, "table")
        only_staff(visit, reached)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = MessageForm(initial=drafted.initial())
        unread, side = unread_in(thread=reached, hers=False), visit.request.GET.get("side")
        context = {
            "table": reached.table_id,
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "part": thread_part(reached, reader=by, hers=False, unread=unread, side=side, seen=visit.at),
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/case_thread.html", context, form)


case_thread_draft = drafts_of(case_thread, DRAFT)
