"""Skriv til Amina, for Mie: what the two have written, and the way to their files, as long as she keeps it open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import unread_in
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.guest_door import only_from_here
from bordenden.web.guest.message_form import MessageForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.exchange import READ, thread_part
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import Thread

DRAFT = "message"


@opens(acts.THREAD_WRITE)
def guest_thread(visit: Visit[Thread], pk: UUID) -> HttpResponse:
    """Read, write, say that it is read."""
    form, by = MessageForm(visit.posted), visit.viewer.person
    if visit.request.POST.get("do") == READ:
        with visit.writing(pk) as held:
            only_from_here(visit, held)
            actions.read_all(thread=held, by=by, at=visit.at)
        return visit.go("guest_thread", pk)
    if form.is_valid():
        with form.heeding(visit), visit.writing(pk) as held:
            only_from_here(visit, held)
            said, key = form.cleaned_data["words"], form.cleaned_data["form_key"]
            actions.send(thread=held, words=said, form_key=key, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("guest_thread", pk)
    with visit.reading():
        reached = visit.reach(pk, "table")
        only_from_here(visit, reached)
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
            "files_url": reverse("guest_files", args=[pk]) if visit.may(acts.FILE_LAY, reached) else "",
            "nav_items": menu("guest_messages"),
        }
        return visit.show("guest/guest_thread.html", context, form)


guest_thread_draft = drafts_of(guest_thread, DRAFT)
