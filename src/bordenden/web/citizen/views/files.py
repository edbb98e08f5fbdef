"""Mine filer: what lies on her table and who sees each, and one more laid there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.exchange.queries import files_of, writing_seats
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.words import SeatRole
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.exchange import FileForm, FileLine, chosen_seats, file_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import File
    from bordenden.pathways.models import Seat, Table

A_PAGE = 20


@opens(acts.FILES_PUT)
def files(visit: Visit[Table], pk: UUID) -> HttpResponse:
    """The list, and the form that lays one more on the table."""
    refused = ""
    if visit.posted is not None:
        with visit.reading():
            hers = visit.reach(pk)
            only_her(visit, hers)
            seats = list(writing_seats(thing=hers, at=visit.at))
        form = _form(visit, seats)
        if form.is_valid():
            try:
                return _put(visit, pk, form, seats)
            except NotPossible as no:
                refused = str(no)
        if refused:
            form.add_error("file", refused)
    with visit.reading():
        hers = visit.reach(pk)
        only_her(visit, hers)
        if visit.posted is None:
            form = _form(visit, list(writing_seats(thing=hers, at=visit.at)))
        page = cut(files_of(table=hers, at=visit.at), visit.request.GET.get("side"), size=A_PAGE)
        lines = [_line(one, visit) for one in page.rows]
        return visit.show("citizen/files.html", {"table": hers, "files": lines, "pager": page.pager}, form)


def _put(visit: Visit[Table], pk: UUID, form: FileForm, seats: list[Seat]) -> HttpResponse:
    sent, chosen = form.cleaned_data, chosen_seats(form.cleaned_data)
    # A large picture takes its time: nobody waits for a transaction meanwhile.
    content = taken_in(sent["file"].read())
    with visit.writing(pk) as table:
        only_her(visit, table)
        actions.put(
            table=table,
            name=sent["file"].name,
            content=content,
            seats=[seat for seat in seats if seat.pk in chosen],
            form_key=sent["form_key"],
            by=visit.viewer.person,
            at=visit.at,
        )
    return visit.go("files", pk)


def _form(visit: Visit[Table], seats: list[Seat]) -> FileForm:
    """Her caseworker is ticked from the start, and she may take the tick away."""
    choices = [(str(seat.pk), seat.person.given_name) for seat in seats]
    ticked = [str(seat.pk) for seat in seats if seat.role == SeatRole.COORDINATOR]
    sent = visit.request.FILES if visit.posted is not None else None
    return FileForm(visit.posted, sent, seats=choices, initial={"form_key": new_id(), "seats": ticked})


def _line(file: File, visit: Visit[Table]) -> FileLine:
    seen_by = [view.shared_to.person for view in getattr(file, "seen_by")]  # noqa: B009 (the prefetch gives it)
    words = _("%(names)s kan se den.") % {"names": given_names(seen_by)} if seen_by else _("Kun du kan se den.")
    get_url, url = reverse("file_get", args=[file.pk]), reverse("file", args=[file.pk])
    return file_line(file, seen=visit.at, get_url=get_url, url=url, seen_by=words, reader=visit.viewer.person)
