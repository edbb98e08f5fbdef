"""Filer: what the citizen has shown the caseworker's own seat, and one more laid on the table for her to read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts, lists
from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.exchange.queries import own_seat, shown_files_at
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.exchange import FileForm, file_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.staff.staff_door import only_staff
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

A_PAGE = 20


@opens(acts.FILES_PUT)
def case_files(visit: Visit[Table], table: UUID) -> HttpResponse:
    """What is put here she reads at once; others see it when she shows it to them."""
    sent = visit.request.FILES if visit.posted is not None else None
    form = FileForm(visit.posted, sent, seats=[], initial={"form_key": new_id()})
    if form.is_valid():
        try:
            _put(visit, table, form)
            return visit.go("case_files", table)
        except NotPossible as refused:
            form.add_error("file", str(refused))
    with visit.reading():
        reached = visit.reach(table)
        only_staff(visit, reached)
        views = partial(lists.listed, visit.viewer, acts.FILE_VIEW, shown_files_at, at=visit.at, table=reached)
        page = cut(views, visit.request.GET.get("side"), size=A_PAGE)
        context = {
            "table": table,
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "files": [
                file_line(view.file, seen=visit.at, get_url=reverse("case_file_get", args=[view.pk]))
                for view in page.rows
            ],
            "pager": page.pager,
        }
        return visit.show("staff/case_files.html", context, form)


def _put(visit: Visit[Table], pk: UUID, form: FileForm) -> None:
    sent, by = form.cleaned_data, visit.viewer.person
    with visit.reading():
        only_staff(visit, visit.reach(pk))
    # A large picture takes its time: nobody waits for a transaction meanwhile.
    content = taken_in(sent["file"].read())
    with visit.writing(pk) as table:
        only_staff(visit, table)
        seat = own_seat(table=table, person=by, at=visit.at)
        actions.put(
            table=table,
            name=sent["file"].name,
            content=content,
            seats=[seat] if seat else [],
            form_key=sent["form_key"],
            by=by,
            at=visit.at,
        )
