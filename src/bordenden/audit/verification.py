"""Reads the whole audit again and says, per municipality, whether it is what was once written and sealed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from bordenden.audit.digests import NOTHING_BEFORE, of_row
from bordenden.audit.models import Block, Entry
from bordenden.audit.queries import Head, municipalities

# Numbers begin at 1; a forged entry need not.
_BEFORE_ALL = -(2**63)


class Flaw(StrEnum):
    """What is wrong with the first broken place."""

    CHANGED = "the entry is not what it was when it was written"
    MISSING = "entries are missing from the block"
    ADDED = "entries were added to the block after it was sealed"
    BROKEN = "the seal does not fit: an entry was moved or rewritten, or the block itself was"
    UNCHAINED = "the block does not continue the one before it: a block is missing or was rewritten"
    HEAD_LOST = "the chain no longer holds the head that once left the database"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first broken place: the block's number, the entry's number (each None when it is not known)."""

    flaw: Flaw
    block: int | None = None
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """One municipality: how much was read, and the first fault; whole when there is none.

    Entries not yet sealed are held to their own digests only: that one of them was removed cannot be seen.
    """

    municipality: int
    blocks: int
    sealed: int
    unsealed: int
    fault: Fault | None

    @property
    def whole(self) -> bool:
        """Nothing was found to be wrong."""
        return self.fault is None


def verify_all(heads: Iterable[Head] = ()) -> tuple[Verdict, ...]:
    """Every municipality in order; `heads` are those that left the database earlier, any number of them."""
    known = tuple(heads)
    places = sorted({*municipalities(), *(head.municipality for head in known)})
    return tuple(verify(place, known) for place in places)


def verify(municipality: int, heads: Iterable[Head] = ()) -> Verdict:
    """One municipality, from its first entry; stops at the first fault."""
    blocks = Block.objects.filter(municipality=municipality).order_by("number")
    entries = Entry.objects.filter(municipality=municipality).order_by("id")
    read = sealed = unsealed = 0
    last = _BEFORE_ALL
    previous = NOTHING_BEFORE
    fault: Fault | None = None
    for block in blocks:
        fault = _chained(block, read + 1, previous) or _intact(block, entries.filter(id__gt=last, id__lte=block.last))
        if fault:
            break
        read, sealed, last, previous = read + 1, sealed + block.count, block.last, block.digest
    else:
        unsealed, fault = _loose(entries.filter(id__gt=last))
    return Verdict(municipality, read, sealed, unsealed, fault or _lost(municipality, heads))


def _chained(block: Block, number: int, previous: str) -> Fault | None:
    if block.number != number or block.previous != previous:
        return Fault(Flaw.UNCHAINED, block=block.number)
    return None


def _intact(block: Block, entries: QuerySet[Entry]) -> Fault | None:
    """The first entry that differs from its own digest; else what the seal says of the whole block."""
    changed: list[int] = []
    found: list[int] = []

    def pairs() -> Iterator[tuple[int, str]]:
        for number, digest, true in _read(entries):
            found.append(number)
            if not true and not changed:
                changed.append(number)
            yield number, digest

    digest = block.digest_over(pairs())
    if changed:
        return Fault(Flaw.CHANGED, block=block.number, entry=changed[0])
    if len(found) != block.count:
        return Fault(Flaw.MISSING if len(found) < block.count else Flaw.ADDED, block=block.number)
    if digest != block.digest:
        return Fault(Flaw.BROKEN, block=block.number)
    return None


def _loose(entries: QuerySet[Entry]) -> tuple[int, Fault | None]:
    count = 0
    for number, _, true in _read(entries):
        if not true:
            return count, Fault(Flaw.CHANGED, entry=number)
        count += 1
    return count, None


def _read(entries: QuerySet[Entry]) -> Iterator[tuple[int, str, bool]]:
    """Each entry's number and digest, and whether its content still has that digest."""
    rows: QuerySet[Any, Any] = entries.values_list("id", "digest", *Entry.CONTENT)
    for number, digest, *content in rows.iterator():
        yield number, digest, of_row(content) == digest


def _lost(municipality: int, heads: Iterable[Head]) -> Fault | None:
    for head in sorted((head for head in heads if head.municipality == municipality), key=lambda h: h.number):
        kept: Any = Block.objects.filter(municipality=municipality, number=head.number, digest=head.digest)
        if not kept.exists():
            return Fault(Flaw.HEAD_LOST, block=head.number)
    return None
