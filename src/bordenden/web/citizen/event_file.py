"""One event as a calendar file (RFC 5545): for her own calendar, with nothing in it about her."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bordenden.offers.models import Event

# A line is at most 75 octets; one that goes on begins with a space, which counts.
LONGEST = 75


def event_file(event: Event) -> bytes:
    """The file. The same event keeps its number: an update replaces what stood in her calendar."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Bordenden//DA",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{event.pk}@bordenden",
        f"SEQUENCE:{event.version - 1}",
        f"DTSTAMP:{_moment(event.written_at)}",
        f"DTSTART:{_moment(event.starts_at)}",
        f"DTEND:{_moment(event.ends_at)}",
        f"SUMMARY:{_text(event.name)}",
        f"LOCATION:{_text(event.place)}",
        f"DESCRIPTION:{_text(event.about)}",
        f"STATUS:{'CANCELLED' if event.cancelled_at else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Escaped as the standard says; every kind of line break is one."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> Iterator[bytes]:
    """Cut between letters, never inside one."""
    part = b""
    for letter in line:
        coded = letter.encode()
        if len(part) + len(coded) > LONGEST:
            yield part
            part = b" "
        part += coded
    yield part
