"""Filer mellem dig og Amina: what is shown to one's own seat, and one more laid there while she writes with one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from bordenden.access import acts, lists
from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.exchange.queries import files_laid, shown_files_to
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.guest_door import only_from_here
from bordenden.web.parts.exchange import REMOVE, FileForm, FileLine, RemoveForm, file_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import FileView, Thread

A_PAGE = 20


@opens(acts.FILE_LAY)
def guest_files(visit: Visit[Thread], pk: UUID) -> HttpResponse:
    """She reads what is laid here at once; others when she shows it to them. One's own may be taken away again."""
    if visit.request.POST.get("do") == REMOVE:
        _remove(visit, pk)
        return visit.go("guest_files", pk)
    sent = visit.request.FILES if visit.posted is not None else None
    form = FileForm(visit.posted, sent, seats=[], initial={"form_key": new_id()})
    if form.is_valid():
        try:
            _put(visit, pk, form)
            return visit.go("guest_files", pk)
        except NotPossible as refused:
            form.add_error("file", str(refused))
    with visit.reading():
        reached = visit.reach(pk, "table", "shared_to")
        only_from_here(visit, reached)
        seat = reached.shared_to
        seen = partial(lists.listed, visit.viewer, acts.FILE_VIEW, shown_files_to, at=visit.at, seat=seat)
        page = cut(seen, visit.request.GET.get("side"), size=A_PAGE)
        context = {
            "thread": pk,
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "files": [_line(view, visit) for view in page.rows],
            "pager": page.pager,
            "nav_items": menu("guest_messages"),
        }
        return visit.show("guest/guest_files.html", context, form)


def _line(view: FileView, visit: Visit[Thread]) -> FileLine:
    own, get_url = view.file.put_by_id == visit.viewer.pk, reverse("guest_file_get", args=[view.pk])
    return file_line(view.file, seen=visit.at, get_url=get_url, own=own)


def _remove(visit: Visit[Thread], pk: UUID) -> None:
    form, by = RemoveForm(visit.posted), visit.viewer.person
    with visit.writing(pk) as held:
        only_from_here(visit, held)
        own = files_laid(thread=held, by=by).filter(pk=form.cleaned_data["file"]).first() if form.is_valid() else None
        if own is None:
            raise Http404
        actions.remove(file=own, by=by, at=visit.at)


def _put(visit: Visit[Thread], pk: UUID, form: FileForm) -> None:
    sent = form.cleaned_data
    with visit.reading():
        only_from_here(visit, visit.reach(pk))
    # A large picture takes its time: nobody waits for a transaction meanwhile.
    content = taken_in(sent["file"].read())
    with visit.writing(pk) as held:
        only_from_here(visit, held)
        actions.put(
            table=held.table,
            name=sent["file"].name,
            content=content,
            seats=[held.shared_to],
            form_key=sent["form_key"],
            by=visit.viewer.person,
            at=visit.at,
        )
