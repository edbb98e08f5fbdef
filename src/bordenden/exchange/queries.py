"""Reads about messages and files: who one can write to, what is unread, which files there are and who sees them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef, Prefetch, Q, QuerySet, Subquery

from bordenden.exchange.models import File, FileView, Message, Thread
from bordenden.exchange.words import WORKS_WITH_HER, Shown
from bordenden.foundation.lasting import during
from bordenden.pathways.models import AtTable, Seat, Table
from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A seat she writes with, or can begin to: `unread` is what came from there; `over`: nobody sits there now."""

    seat: Seat
    thread: Thread | None
    unread: int
    over: bool


def working_seats(*, thing: AtTable | Table, at: datetime) -> QuerySet[Seat]:
    """Seats of those who work with her at the table the thing stands at, in the order they came."""
    held = Seat.objects.filter(during(at), table_id=thing.table_id, role__in=sorted(WORKS_WITH_HER))
    return held.select_related("person").order_by("starts_at", "pk")


def own_seat(*, table: Table, person: Person, at: datetime) -> Seat | None:
    """The seat from which the person works with her."""
    return working_seats(thing=table, at=at).filter(person=person).first()


def correspondents(*, table: Table, at: datetime) -> list[Correspondent]:
    """Those who sit there now, and those she has written with before. Two queries."""
    seats = Seat.objects.filter(Q(thread__isnull=False) | during(at), table=table, role__in=sorted(WORKS_WITH_HER))
    unread = dict(
        Message.objects.filter(table=table, from_head=False, read_at=None)
        .values_list("thread")
        .annotate(number=Count("pk"))
        .order_by("thread")
    )
    found = []
    for seat in seats.select_related("person", "thread").order_by("-starts_at", "pk"):
        thread: Thread | None = getattr(seat, "thread", None)
        over = seat.ends_at is not None and seat.ends_at <= at
        found.append(Correspondent(seat, thread, unread.get(thread.pk, 0) if thread else 0, over))
    return sorted(found, key=lambda one: (one.over, -one.unread))


def unread_by_her(*, table: Table) -> int:
    """How many messages she has not said she has read. One query."""
    return Message.objects.filter(table=table, from_head=False, read_at=None).count()


def thread_with(*, seat: Seat) -> Thread | None:
    """What she and the seat write, if they ever did."""
    return Thread.objects.filter(shared_to=seat).first()


def unread_threads(*, threads: QuerySet[Thread], to: Person) -> QuerySet[Thread]:
    """Of these threads with the person those in which something of hers is unread, with `since`; the oldest first."""
    hers = Message.objects.filter(thread=OuterRef("pk"), from_head=True, read_at=None).order_by()
    since = hers.values("thread").annotate(first=Min("sent_at")).values("first")
    rows = threads.filter(Exists(hers), shared_to__person=to).annotate(since=Subquery(since))
    return rows.select_related("table").order_by("since", "pk")


def messages_of(*, thread: Thread) -> QuerySet[Message]:
    """All of a thread, newest first, with who wrote it."""
    return Message.objects.filter(thread=thread).select_related("written_by").order_by("-sent_at", "-pk")


def unread_in(*, thread: Thread, hers: bool) -> int:
    """How many the other side has written that this side has not said it has read."""
    return Message.objects.filter(thread=thread, from_head=not hers, read_at=None).count()


def files_of(*, table: Table) -> QuerySet[File]:
    """The files at the table, newest first, each with who sees it (`seen_by`). Two queries."""
    shown = (
        FileView.objects.filter(sharing=Shown.SENT).select_related("shared_to__person").order_by("opened_at", "pk")
    )
    files = File.objects.filter(table=table, removed_at=None).select_related("put_by")
    return files.prefetch_related(Prefetch("views", queryset=shown, to_attr="seen_by")).order_by("-put_at", "pk")


def shown_to(*, file: File) -> frozenset[UUID]:
    """The seats that see the file."""
    rows = FileView.objects.filter(file=file, sharing=Shown.SENT).order_by("pk")
    return frozenset(rows.values_list("shared_to_id", flat=True))


def shown_files(*, views: QuerySet[FileView], table: Table | None = None) -> QuerySet[FileView]:
    """Of these views those whose file is still there (at one table), newest first."""
    at_one: dict[str, Any] = {"table": table} if table is not None else {}
    rows = views.filter(file__removed_at=None, **at_one).select_related("file__put_by")
    return rows.order_by("-file__put_at", "pk")
