"""Skriv til Bo: what the two have written, newest first, and her next message; a mentor's she may close."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.queries import unread_in
from bordenden.exchange.words import Shown
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.words import SeatRole
from bordenden.web.citizen.her_door import only_her
from bordenden.web.citizen.message_form import MessageForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.exchange import CLOSE, OPEN, READ, thread_part
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
    """Read, write, say that it is read; close a mentor's and open it again."""
    form, asked = MessageForm(visit.posted), visit.request.POST.get("do", "")
    try:
        if asked in DOES:
            with visit.writing(pk) as held:
                only_her(visit, held)
                DOES[asked](thread=held, by=visit.viewer.person, at=visit.at)
            return visit.go("thread", pk)
    except NotPossible as refused:
        form.full_clean()
        form.errors.clear()
        form.add_error(None, str(refused))
    if asked not in DOES and form.is_valid():
        with form.heeding(visit), visit.writing(pk) as held:
            only_her(visit, held)
            said, key = form.cleaned_data["words"], form.cleaned_data["form_key"]
            actions.send(thread=held, words=said, form_key=key, by=visit.viewer.person, at=visit.at)
            close_draft(visit)
            return visit.go("thread", pk)
    with visit.reading():
        return _shown(visit, pk, form)


def _shown(visit: Visit[Thread], pk: UUID, form: MessageForm) -> HttpResponse:
    reached = visit.reach(pk, "shared_to__person")
    only_her(visit, reached)
    drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
    if drafted:
        form = MessageForm(initial=drafted.initial())
    seat, unread = reached.shared_to, unread_in(thread=reached, hers=True)
    context = {
        "table": reached.table_id,
        "name": seat.person.given_name,
        "reader": _reader(seat),
        "over": seat.ends_at is not None and seat.ends_at <= visit.at,
        "open": reached.sharing == Shown.SENT,
        "closable": seat.role == SeatRole.MENTOR,
        "part": thread_part(reached, hers=True, unread=unread, side=visit.request.GET.get("side"), seen=visit.at),
        "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
        "draft_url": draft_address(visit),
    }
    return visit.show("citizen/thread.html", context, form)


thread_draft = drafts_of(thread, DRAFT)


def _reader(seat: Seat) -> str:
    """A mentor has no office hours; nobody reads it tonight."""
    if seat.role == SeatRole.MENTOR:
        return _("%(name)s læser det, når %(name)s logger ind.") % {"name": seat.person.given_name}
    return _("%(name)s læser det tidligst næste hverdag.") % {"name": seat.person.given_name}
