"""Vores samtale: the next conversation, the two lists, the frames from last time, and what is agreed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.meetings import queries
from bordenden.pathways.queries import beside_her
from bordenden.web.citizen.her_door import only_her
from bordenden.web.citizen.talk_words import SHOWN, boundary_form, topic_form
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reads_it
from bordenden.web.parts.talks import agreement_parts, item_part, note_part, talk_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Agreement, Conversation
    from bordenden.pathways.models import Table


@opens(acts.CONVERSATIONS_READ)
def talk(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """Her page before a talk; it works as well when none is planned yet."""
    table = visit.reach(pk)
    only_her(visit, table)
    coming = queries.next_conversation(table=table, at=visit.at)
    asked = queries.to_be_judged(table=table, person=visit.viewer.person, at=visit.at)
    beside = beside_her(thing=table, at=visit.at)
    context = {
        "table": table,
        "staff": beside.answers.given_name if beside.answers else "",
        "reader": reads_it(beside),
        **_items(visit, table, coming),
        "topic_form": topic_form(None),
        "judge_url": reverse("talk_helped", args=[asked.pk]) if asked else "",
        **_coming(visit, coming),
        **_last(visit, table),
    }
    return visit.show("citizen/talk.html", context)


def _items(visit: Visit[Table], table: Table, coming: Conversation | None) -> dict[str, object]:
    """A page of what they will talk about; the first of all cannot go up, nor the last of all down."""
    rows = partial(queries.some_waiting_items, table=table, coming=coming)
    page = cut(rows, visit.request.GET.get("side"), size=SHOWN, label=_("Det vil jeg tale om"))
    reader = visit.viewer.person
    here = f"?side={page.number}" if page.number > 1 else ""
    items = [item_part(row, reader=reader, url=reverse("talk_item", args=[row.pk]) + here) for row in page.rows]
    return {"items": items, "pager": page.pager}


def _coming(visit: Visit[Table], coming: Conversation | None) -> dict[str, object]:
    if coming is None:
        return {"coming": None, "conversation": None, "boundaries": [], "boundary_form": None}
    return {
        "coming": talk_part(coming, name="", seen=visit.at),
        "conversation": coming,
        "boundaries": queries.boundaries_of(conversation=coming, at=visit.at),
        "boundary_form": boundary_form(None),
    }


def _last(visit: Visit[Table], table: Table) -> dict[str, object]:
    """The frames and the agreements from the time before."""
    last = queries.last_note(table=table)
    staff = last.written_by.given_name if last else ""

    def mark(row: Agreement) -> str:
        return reverse("agreement", args=[row.pk])

    agreed = cut(
        partial(queries.open_agreements, table=table),
        visit.request.GET.get("aftaler"),
        size=SHOWN,
        word="aftaler",
        label=_("Det har vi aftalt"),
    )
    return {
        "last": note_part(last, name="", seen=visit.at) if last else None,
        "last_staff": staff,
        "agreements": agreement_parts(agreed.rows, name="", staff=staff, mark=mark),
        "agreements_pager": agreed.pager,
    }
