"""Reads about messages and files: who one can write to, what is unread, which files there are and who sees them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    Min,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)

from bordenden.exchange.models import File, FileView, Message, Thread
from bordenden.exchange.words import LAYING_SEATS, OFFICE_SEATS, WRITING_SEATS, Shown
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import AtTable, Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.queries import staff_offices


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A seat she writes with, or can begin to: `unread` is what came from there; `over`: nobody reads it now."""

    seat: Seat
    thread: Thread | None
    unread: int
    over: bool


def _may_write(at: datetime) -> Q:
    """A seat from which somebody may write with her; a guest's when the guest is there for a profession's sake."""
    professional = Exists(staff_offices(of=OuterRef("person"), at=at))
    return during(at) & Q(role__in=sorted(WRITING_SEATS)) & (~Q(role=SeatRole.GUEST) | Q(professional))


def writing_seats(*, thing: AtTable | Table, at: datetime) -> QuerySet[Seat]:
    """Whom she may write with and show files to, at the table the thing stands at, in the order they came."""
    held = Seat.objects.filter(_may_write(at), table_id=thing.table_id)
    return held.select_related("person").order_by("starts_at", "pk")


def may_write(*, seat: Seat, at: datetime) -> bool:
    """Whether she may write with whoever sits on this seat."""
    return writing_seats(thing=seat, at=at).filter(pk=seat.pk).exists()


def invited_seats(*, thing: AtTable | Table, at: datetime) -> QuerySet[Seat]:
    """Her own guests, who are there for her sake and no profession's: they see what lies on the table of a talk."""
    held = Seat.objects.filter(during(at) & ~_may_write(at), table_id=thing.table_id, role=SeatRole.GUEST)
    return held.select_related("person").order_by("starts_at", "pk")


def own_seat(*, table: Table, person: Person, at: datetime) -> Seat | None:
    """The seat from which the person works with her by public task."""
    held = writing_seats(thing=table, at=at).filter(person=person, role__in=sorted(OFFICE_SEATS))
    return held.first()


def correspondents(*, table: Table, at: datetime) -> list[Correspondent]:
    """Those she may write with now, and those she has written with before. Two queries."""
    seats = Seat.objects.filter(Q(thread__isnull=False) | _may_write(at), table=table)
    unread = dict(
        Message.objects.filter(table=table, from_head=False, read_at=None)
        .values_list("thread")
        .annotate(number=Count("pk"))
        .order_by("thread")
    )
    found = []
    seats = seats.annotate(there=ExpressionWrapper(_may_write(at), BooleanField()))
    for seat in seats.select_related("person", "thread").order_by("-starts_at", "pk"):
        thread: Thread | None = getattr(seat, "thread", None)
        found.append(Correspondent(seat, thread, unread.get(thread.pk, 0) if thread else 0, over=not seat.there))
    return sorted(found, key=lambda one: (one.over, -one.unread))


def unread_by_her(*, table: Table) -> int:
    """How many messages she has not said she has read. One query."""
    return Message.objects.filter(table=table, from_head=False, read_at=None).count()


def thread_with(*, seat: Seat) -> Thread | None:
    """What she and the seat write, if they ever did."""
    return Thread.objects.filter(shared_to=seat).first()


def unread_threads(*, threads: QuerySet[Thread], to: Person) -> QuerySet[Thread]:
    """Of these threads with the person by public task those with something of hers unread, with `since`; the oldest
    first."""
    hers = Message.objects.filter(thread=OuterRef("pk"), from_head=True, read_at=None).order_by()
    since = hers.values("thread").annotate(first=Min("sent_at")).values("first")
    rows = threads.filter(Exists(hers), shared_to__person=to, shared_to__role__in=sorted(OFFICE_SEATS))
    return rows.annotate(since=Subquery(since)).select_related("table").order_by("since", "pk")


def unread_from_head(*, threads: Iterable[Thread]) -> dict[UUID, int]:
    """How many in each of these threads the head wrote and the other side has not said it has read. One query."""
    keys = [thread.pk for thread in threads]
    return dict(_unread_from_head.ask(threads=keys) if keys else [])


@Question
def _unread_from_head(*, threads: Sequence[UUID]) -> QuerySet[Message, tuple[UUID, int]]:
    rows = Message.objects.filter(thread__in=threads, from_head=True, read_at=None)
    return rows.values_list("thread").annotate(number=Count("pk")).order_by("thread")


def messages_of(*, thread: Thread) -> QuerySet[Message]:
    """All of a thread, newest first, with who wrote it."""
    return Message.objects.filter(thread=thread).select_related("written_by").order_by("-sent_at", "-pk")


def unread_in(*, thread: Thread, hers: bool) -> int:
    """How many the other side has written that this side has not said it has read."""
    return Message.objects.filter(thread=thread, from_head=not hers, read_at=None).count()


def _open(at: datetime) -> Q:
    return Q(sharing=Shown.SENT) | Q(sharing=Shown.MEETING, shared_until__gt=at)


def files_of(*, table: Table, at: datetime) -> QuerySet[File]:
    """The files at the table, newest first, each with who sees it (`seen_by`). Two queries."""
    shown = FileView.objects.filter(_open(at)).select_related("shared_to__person").order_by("opened_at", "pk")
    files = File.objects.filter(table=table, removed_at=None).select_related("put_by")
    return files.prefetch_related(Prefetch("views", queryset=shown, to_attr="seen_by")).order_by("-put_at", "pk")


def shown_to(*, file: File, at: datetime) -> frozenset[UUID]:
    """The seats that see the file."""
    reads = Q(sharing=Shown.MEETING) | Q(shared_to__in=writing_seats(thing=file, at=at).values("pk"))
    rows = FileView.objects.filter(_open(at) & reads, file=file).order_by("pk")
    return frozenset(rows.values_list("shared_to_id", flat=True))


def files_laid(*, thread: Thread, by: Person) -> QuerySet[File]:
    """What somebody laid there from the thread's seat and has not taken away."""
    own = File.objects.filter(table=thread.table_id, put_by=by, removed_at=None)
    return own.filter(views__shared_to=thread.shared_to_id).order_by("put_at", "pk")


def shown_files(views: QuerySet[FileView]) -> QuerySet[FileView]:
    """Of these views those whose file is still there, newest first."""
    rows = views.filter(file__removed_at=None).select_related("file__put_by")
    return rows.order_by("-file__put_at", "pk")


def own_threads(threads: QuerySet[Thread], *, own: Person) -> QuerySet[Thread]:
    """Of these threads those of somebody's own working seats, the newest first, with the table."""
    rows = threads.filter(shared_to__person=own, shared_to__role__in=sorted(LAYING_SEATS))
    return rows.select_related("table").order_by("-begun_at", "pk")


def own_files(views: QuerySet[FileView], *, own: Person) -> QuerySet[FileView]:
    """Of these those shown to somebody's own working seats."""
    return shown_files(views).filter(shared_to__person=own, shared_to__role__in=sorted(LAYING_SEATS))


def shown_files_to(views: QuerySet[FileView], *, seat: Seat) -> QuerySet[FileView]:
    """Of these those shown to one seat."""
    return shown_files(views).filter(shared_to=seat)


def shown_files_at(views: QuerySet[FileView], *, table: Table) -> QuerySet[FileView]:
    """Of these those at one table."""
    return shown_files(views).filter(table=table)
