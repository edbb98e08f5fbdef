"""Skriv til Bo: what the two have written, newest first, and her next message; all but his she may close.

Somebody of her family writes on the same page, to whoever sits at the head.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import may_write, unread_in
from bordenden.exchange.words import ASKED_SEATS, Shown
from bordenden.families.queries import family_at
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.pathways.words import SeatRole
from bordenden.web.citizen.message_form import MessageForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.exchange import CLOSE, OPEN, READ, thread_part
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import Thread
    from bordenden.pathways.models import Seat

DRAFT = "message"
DOES = {READ: actions.read_all, CLOSE: actions.close, OPEN: actions.open_again}


@opens(acts.THREAD_WRITE)
def thread(visit: Visit[Thread], pk: UUID) -> HttpResponse:
    """Read, write, say that it is read; whoever sits at the head closes it and opens it again."""
    form, asked = MessageForm(visit.posted), visit.request.POST.get("do", "")
    try:
        if asked in DOES:
            with visit.writing(pk) as held:
                _hers(visit, held)
                DOES[asked](thread=held, by=visit.viewer.person, at=visit.at)
            return visit.go("thread", pk)
    except NotPossible as refused:
        form.full_clean()
        form.errors.clear()
        form.add_error(None, str(refused))
    if asked not in DOES and form.is_valid():
        with form.heeding(visit), visit.writing(pk) as held:
            _hers(visit, held)
            said, key = form.cleaned_data["words"], form.cleaned_data["form_key"]
            actions.send(thread=held, words=said, form_key=key, by=visit.viewer.person, at=visit.at)
            close_draft(visit)
            return visit.go("thread", pk)
    with visit.reading():
        return _shown(visit, pk, form)


def _shown(visit: Visit[Thread], pk: UUID, form: MessageForm) -> HttpResponse:
    reached = visit.reach(pk, "table", "shared_to__person")
    hers = _hers(visit, reached)
    drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
    if drafted:
        form = MessageForm(initial=drafted.initial())
    seat, unread, side = reached.shared_to, unread_in(thread=reached, hers=hers), visit.request.GET.get("side")
    name = seat.person.given_name if hers else given_names(at_the_head(table=reached.table, at=visit.at))
    by = visit.viewer.person
    context = {
        "back_url": _back(reached, hers),
        "name": name,
        "reader": _reader(seat, name),
        "over": not may_write(seat=seat, at=visit.at),
        "open": reached.sharing == Shown.SENT,
        "closable": hers and seat.role in ASKED_SEATS,
        "part": thread_part(reached, reader=by, hers=hers, unread=unread, side=side, seen=visit.at),
        "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
        "draft_url": draft_address(visit),
    }
    return visit.show("citizen/thread.html", context, form)


thread_draft = drafts_of(thread, DRAFT)


def _hers(visit: Visit[Thread], thread: Thread) -> bool:
    """Whether the reader sits at the head; who is neither that nor of the family has pages at another door."""
    hers = visit.may(acts.TABLE_READ, thread)
    if not hers and thread.shared_to.role != SeatRole.FAMILY:
        raise Http404
    return hers


def _back(thread: Thread, hers: bool) -> str:
    """All she writes with; or what somebody of the family has at the family's table."""
    if hers:
        return reverse("messages", args=[thread.table_id])
    family = family_at(table=thread)
    return reverse("family_messages", args=[family.pk]) if family else reverse("home")


def _reader(seat: Seat, name: str) -> str:
    """A mentor and somebody of the family have no office hours; nobody else reads it tonight."""
    if seat.role in {SeatRole.MENTOR, SeatRole.FAMILY}:
        return _("%(name)s læser det, når %(name)s logger ind.") % {"name": name}
    return _("%(name)s læser det tidligst næste hverdag.") % {"name": name}
