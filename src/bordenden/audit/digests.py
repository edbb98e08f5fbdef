"""The digests that make a changed, missing, added or moved entry show."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

DIGEST_LENGTH = 64
NOTHING_BEFORE = "0" * DIGEST_LENGTH
_ROW, _BLOCK = "entry-1", "block-1"

# One for all: `json.dumps` makes a new one for each line that is not written in its own usual way.
_written = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode

Value = str | int | UUID | datetime | None


def of_row(values: Iterable[Value]) -> str:
    """SHA-256 in hex of one entry's content.

    The content holds a random salt, so that the digest alone (all that is left after retention)
    does not let anybody test a guess about who looked at what.
    """
    return _hashed([_ROW, *map(_plain, values)])


def of_block(values: Iterable[Value], rows: Iterable[tuple[int, str]]) -> str:
    """SHA-256 in hex of a block: its own values (the digest before it is one), then each id and digest."""
    digest = sha256(_line([_BLOCK, *(_plain(value) for value in values)]))
    for number, row in rows:
        digest.update(f"{number}:{row}\n".encode())
    return digest.hexdigest()


def _plain(value: Value) -> str | int | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, UUID):
        return value.hex
    return value


def _line(values: list[str | int | None]) -> bytes:
    return (_written(values) + "\n").encode()


def _hashed(values: list[str | int | None]) -> str:
    return sha256(_line(values)).hexdigest()
