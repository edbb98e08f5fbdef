"""All that adds to the audit: a write's entry, the looks of a page, the seal over older entries."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from django.db import connection

from bordenden.audit import writer
from bordenden.audit.looks import Look, require_code, require_municipality
from bordenden.audit.models import Entry
from bordenden.audit.words import LOOKS, Kind
from bordenden.audit.writer import NotLogged

__all__ = ["Actor", "NotInATransaction", "NotLogged", "Placed", "record", "write_looks"]


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
    entry = Entry(
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
    entry.save()
    return entry


def write_looks(looks: Iterable[Look], *, by: Actor, at: datetime, pen: Actor | None = None) -> None:
    """Make the looks durable, all or none; return only after the commit.

    Call it when the page is rendered and before its first byte is sent, outside any transaction.
    Raises NotLogged: then nothing may be sent.
    """
    writer.write([_entry(look, by, at, pen) for look in _once(looks)])


def type_of(thing: object) -> str:
    """The thing's kind as a code: the model's name, `plan`."""
    return require_code(type(thing).__name__.lower())


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
