"""All that adds to the audit: a write's entry, the looks of a page, the seal over older entries."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from django.db import OperationalError, connection, transaction
from django.db.models import Count, Max, Min

from bordenden.audit import writer
from bordenden.audit.digests import NOTHING_BEFORE
from bordenden.audit.looks import Look, require_code, require_municipality
from bordenden.audit.models import Block, Entry
from bordenden.audit.queries import municipalities
from bordenden.audit.words import LOOKS, Kind
from bordenden.audit.writer import NotLogged
from bordenden.foundation.snapshot import snapshot, tell

__all__ = [
    "Actor", "NotInATransaction", "NotLogged", "Placed", "SealLater",
    "record", "record_all", "seal", "seal_all", "write_looks",
]  # fmt: skip

# The first is also written into the trigger of migration 0002: every INSERT holds it, shared, to its commit.
_WRITERS_LOCK = (1635083380, 1)
_SEALERS_LOCK = (1635083380, 2)
_PATIENCE = "1s"
_AT_ONCE = 500


class Actor(Protocol):
    """Somebody who acts: a person, or a viewer at the gate."""

    @property
    def pk(self) -> UUID: ...


class Placed(Protocol):
    """A thing with its place: the table it stands on (if any) and the municipality (0 is national)."""

    @property
    def pk(self) -> UUID | int: ...
    @property
    def table_id(self) -> UUID | None: ...
    @property
    def municipality_id(self) -> int: ...


class NotInATransaction(RuntimeError):
    """A write and its entry must stand or fall together."""


def record(
    *,
    act: str,
    by: Actor,
    thing: Placed,
    at: datetime,
    pen: Actor | None = None,
    kind: str = Kind.WRITE,
    basis: str = "",
) -> Entry:
    """Add the entry of a write (or a login), in the same transaction as the write itself.

    Raises NotInATransaction outside one. Looks go through write_looks: they are committed on their own.
    """
    if not connection.in_atomic_block:
        raise NotInATransaction(f"{act} is recorded inside the transaction that does it")
    if kind in LOOKS or kind not in Kind.values:
        raise ValueError(f"{kind!r} is not recorded this way")
    entry = _written(act, by, thing, at, pen=pen, kind=kind, basis=basis)
    entry.save()
    return entry


def record_all(*, act: str, by: Actor, things: Iterable[Placed], at: datetime) -> None:
    """The entries of one write of many things, in a few statements."""
    if not connection.in_atomic_block:
        raise NotInATransaction(f"{act} is recorded inside the transaction that does it")
    Entry.objects.bulk_create([_written(act, by, thing, at) for thing in things], _AT_ONCE)


def _written(
    act: str,
    by: Actor,
    thing: Placed,
    at: datetime,
    *,
    pen: Actor | None = None,
    kind: str = Kind.WRITE,
    basis: str = "",
) -> Entry:
    return Entry(
        municipality=require_municipality(thing.municipality_id),
        at=_utc(at),
        actor=by.pk,
        pen=pen.pk if pen is not None and pen.pk != by.pk else None,
        act=require_code(act),
        kind=kind,
        thing_type=type_of(thing),
        thing=_uuid(thing.pk),
        table=thing.table_id,
        basis=require_code(basis) if basis else "",
    ).with_digest()


def write_looks(looks: Iterable[Look], *, by: Actor, at: datetime, pen: Actor | None = None) -> None:
    """Make the looks durable, all or none; return only after the commit.

    Call it when the page is rendered and before its first byte is sent, outside any transaction.
    Raises NotLogged: then nothing may be sent.
    """
    writer.write([_entry(look, by, at, pen) for look in _once(looks)])


class SealLater(RuntimeError):
    """A slow transaction still holds numbers; seal again when it has ended."""


def seal(*, municipality: int, at: datetime) -> Block | None:
    """Close a block of all the municipality's entries that nothing can come before any more; None for none.

    The rule: numbers up to the highest committed one are final once every transaction that had already
    taken a number has ended. On SQLite there is one writer at a time, so that is always so. On PostgreSQL
    every INSERT takes a shared lock before its number and keeps it to its commit; the sealer takes the
    same lock alone for the moment in which it reads the highest number. Time plays no part in it.
    Raises SealLater when a writer, or another sealer, keeps its lock for more than a second.
    """
    return _seal(require_municipality(municipality), _final(), _utc(at))


def seal_all(*, at: datetime) -> tuple[Block, ...]:
    """Close a block in every municipality that has unsealed entries; one wait for the writers in all."""
    horizon = _final()
    with snapshot(None, None, national=True):
        places = municipalities()
    blocks = (_seal(municipality, horizon, _utc(at)) for municipality in places)
    return tuple(block for block in blocks if block is not None)


def type_of(thing: object) -> str:
    """The thing's kind as a code: the model's name, `plan`."""
    return require_code(type(thing).__name__.lower())


def _final() -> int:
    """The highest number below which no further entry can appear."""
    with _alone(_WRITERS_LOCK):
        tell(None, None, national=True)
        return Entry.objects.aggregate(last=Max("id"))["last"] or 0


def _seal(municipality: int, horizon: int, at: datetime) -> Block | None:
    with _alone(_SEALERS_LOCK):
        tell(municipality, None)
        before = Block.objects.filter(municipality=municipality).order_by("-number").first()
        rows = Entry.objects.filter(municipality=municipality, id__gt=before.last if before else 0, id__lte=horizon)
        size = rows.aggregate(first=Min("id"), last=Max("id"), count=Count("id"))
        if not size["count"]:
            return None
        block = Block(
            municipality=municipality,
            number=before.number + 1 if before else 1,
            previous=before.digest if before else NOTHING_BEFORE,
            sealed_at=at,
            **size,
        )
        block.digest = block.digest_over(rows.order_by("id").values_list("id", "digest").iterator())
        block.save()
        return block


@contextmanager
def _alone(lock: tuple[int, int]) -> Iterator[None]:
    """A transaction with the lock to itself; on SQLite every transaction that writes is alone anyway."""
    try:
        with transaction.atomic(durable=True):
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}'")
                    cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", lock)
            yield
    except OperationalError as error:
        raise SealLater("a slow transaction still holds the audit") from error


def _once(looks: Iterable[Look]) -> list[Look]:
    """Each different list look once, every other look as often as it happened."""
    seen: set[Look] = set()
    kept = []
    for look in looks:
        if look.once_an_hour:
            if look in seen:
                continue
            seen.add(look)
        kept.append(look)
    return kept


def _entry(look: Look, by: Actor, at: datetime, pen: Actor | None) -> Entry:
    at = _utc(at)
    return Entry(
        municipality=look.municipality,
        at=at,
        actor=by.pk,
        pen=pen.pk if pen is not None and pen.pk != by.pk else None,
        act=look.act,
        kind=look.kind,
        thing_type=look.thing_type,
        thing=look.thing,
        table=look.table,
        hour=at.replace(minute=0, second=0, microsecond=0) if look.once_an_hour else None,
        basis=look.basis,
    ).with_digest()


def _uuid(pk: UUID | int) -> UUID:
    """A thing known by a number (a municipality) is written as the UUID of that number."""
    return pk if isinstance(pk, UUID) else UUID(int=pk)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("`at` has no time zone")
    return at.astimezone(UTC)
