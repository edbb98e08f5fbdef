"""A table's contacts as they were told: each with its corrections and its copies to the journal, or not copied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from bordenden.contactlog.models import Entry, JournalCopy
from bordenden.contactlog.queries.standing import standing_rows
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Table
from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class NotCopied:
    """How many entries are not in the journal as they stand now, and how many of them are late."""

    number: int
    late: int


@dataclass(frozen=True, slots=True)
class Contact:
    """An entry as first written, its corrections in order, and its copies to the journal, the oldest first."""

    entry: Entry
    corrections: tuple[Entry, ...] = ()
    copies: tuple[JournalCopy, ...] = ()

    @property
    def pk(self) -> UUID:
        """Of the entry as first written."""
        return self.entry.pk


def newest(begin: int, end: int, *, table: Table, copies: bool = False) -> list[Contact]:
    """A table's contacts from a place to another, the newest first. Two queries; with `copies` one more."""
    return _told(_newest.ask(begin, end, table=table.pk), copies)


@Question
def _newest(begin: int, end: int, *, table: UUID) -> QuerySet[Entry]:
    rows = Entry.objects.filter(table_id=table, corrects__isnull=True).select_related("written_by", "replies_to")
    return rows.order_by("-happened_at", "-written_at", "pk")[begin:end]


def _told(entries: list[Entry], copies: bool = False) -> list[Contact]:
    keys = [entry.pk for entry in entries]
    corrections = _corrections.ask(entries=keys) if keys else []
    copied = _copies.ask(entries=keys) if copies and keys else []
    later = {pk: tuple(rows) for pk, rows in groupby(corrections, key=attrgetter("corrects_id"))}
    taken = {pk: tuple(rows) for pk, rows in groupby(copied, key=attrgetter("entry_id"))}
    return [Contact(one, later.get(one.pk, ()), taken.get(one.pk, ())) for one in entries]


@Question
def _corrections(*, entries: Sequence[UUID]) -> QuerySet[Entry]:
    rows = Entry.objects.filter(corrects_id__in=entries).select_related("written_by", "replies_to")
    return rows.order_by("corrects_id", "version")


@Question
def _copies(*, entries: Sequence[UUID]) -> QuerySet[JournalCopy]:
    rows = JournalCopy.objects.filter(entry_id__in=entries).select_related("copied_by")
    return rows.order_by("entry_id", "copied_at", "pk")


def first_entries(*, table: Table) -> QuerySet[Entry]:
    """A table's entries as they were first written, without their corrections."""
    return Entry.objects.filter(table=table, corrects__isnull=True).order_by("pk")


def chain_of(*, entry: Entry) -> list[Entry]:
    """The entry as first written and its corrections, in order. One query."""
    return _chain.ask(first=entry.corrects_id or entry.pk, table=entry.table_id)


@Question
def _chain(*, first: UUID, table: UUID) -> QuerySet[Entry]:
    rows = Entry.objects.filter(Q(pk=first) | Q(corrects_id=first), table_id=table)
    return rows.select_related("written_by", "replies_to").order_by("version")


def standing_of(*, entry: Entry) -> Entry:
    """What stands: the newest correction, or the entry itself."""
    return chain_of(entry=entry)[-1]


def uncopied(*, table: Table) -> list[Contact]:
    """Entries that are not in the journal as they stand now, the oldest first, each with its corrections."""
    return _told(_not_in_the_journal.ask(table=table.pk))


@Question
def _not_in_the_journal(*, table: UUID) -> QuerySet[Entry]:
    missing = _uncopied().filter(table_id=table).order_by().values(first=Coalesce("corrects_id", "pk"))
    rows = Entry.objects.filter(pk__in=missing, table_id=table, corrects__isnull=True)
    return rows.select_related("written_by", "replies_to").order_by("happened_at", "written_at", "-pk")


def not_copied(*, tables: Iterable[Table], written_before: datetime) -> dict[UUID, NotCopied]:
    """For each table with any entry that is not in the journal as it stands: how many. One query in all."""
    rows = _counted_uncopied.ask(tables=[table.pk for table in tables], before=written_before)
    return {table: NotCopied(number, late) for table, number, late in rows}


@Question
def _counted_uncopied(*, tables: Sequence[UUID], before: datetime) -> QuerySet[Entry, tuple[UUID, int, int]]:
    rows = _uncopied().filter(table__in=tables).order_by().values_list("table_id")
    return rows.annotate(number=Count("pk"), late=Count("pk", filter=Q(written_at__lt=before)))


def told_in(*, copies: Iterable[JournalCopy]) -> list[list[Entry]]:
    """What each copy holds: the entry as first written and its corrections up to the version that was copied."""
    versions = {copy.entry_id: copy.version for copy in copies}
    chains = Entry.objects.filter(Q(pk__in=list(versions)) | Q(corrects__in=list(versions)))
    found: dict[UUID, list[Entry]] = {}
    for row in chains.select_related("written_by", "replies_to").order_by("version"):
        first = row.corrects_id or row.pk
        if row.version <= versions[first]:
            found.setdefault(first, []).append(row)
    return sorted(found.values(), key=lambda chain: (chain[-1].happened_at, chain[0].pk))


def last_copied(*, table: Table, by: Person) -> list[Entry]:
    """The entries somebody took to the journal last, all at once. Two queries."""
    own = JournalCopy.objects.filter(table=table, copied_by=by)
    last = own.order_by("-copied_at", "pk").first()
    if last is None:
        return []
    rows = own.filter(copied_at=last.copied_at).select_related("entry").order_by("entry__happened_at", "pk")
    return [copy.entry for copy in rows]


def _uncopied() -> QuerySet[Entry]:
    first = Coalesce(OuterRef("corrects_id"), OuterRef("pk"))
    return standing_rows().filter(~Exists(JournalCopy.objects.filter(entry=first, version=OuterRef("version"))))
