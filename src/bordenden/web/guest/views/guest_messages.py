"""Beskeder og filer: with whom a mentor or a professional writes, and which files somebody has shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts, lists
from bordenden.exchange.queries import own_files, own_threads, unread_from_head
from bordenden.pathways.queries import heads_of
from bordenden.web.guest.frame import menu
from bordenden.web.parts.exchange import FileLine, file_line
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import FileView, Thread

# Nobody writes with so many; files are paged.
MOST, A_PAGE = 50, 20


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """Somebody one writes with; `unread` is how many came from there."""

    name: str
    url: str
    unread: int


@opens(acts.THREAD_WRITE)
def guest_messages(visit: Visit[Thread]) -> HttpResponse:
    """All that is open from other people's tables."""
    with visit.reading():
        viewer, own = visit.viewer, visit.viewer.person
        threads = lists.listed(viewer, visit.act, own_threads, 0, MOST, at=visit.at, own=own)
        unread = unread_from_head(threads=threads)
        heads = heads_of(tables=[one.table for one in threads], at=visit.at)
        views = partial(lists.listed, viewer, acts.FILE_VIEW, own_files, at=visit.at, own=own)
        files = cut(views, visit.request.GET.get("side"), size=A_PAGE)
        context = {
            "threads": [
                ThreadLine(
                    given_names(heads.get(one.table_id, [])),
                    reverse("guest_thread", args=[one.pk]),
                    unread.get(one.pk, 0),
                )
                for one in threads
            ],
            "files": [_file(view, visit) for view in files.rows],
            "pager": files.pager,
            "nav_items": menu("guest_messages"),
        }
        return visit.show("guest/guest_messages.html", context)


def _file(view: FileView, visit: Visit[Thread]) -> FileLine:
    return file_line(view.file, seen=visit.at, get_url=reverse("guest_file_get", args=[view.pk]))
