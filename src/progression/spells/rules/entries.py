"""The entries of a TOML file, read one by one; what is wrong is kept with its line, so that all of it can be said."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, TypeVar

from progression.errors import BrokenRules

Anything = TypeVar("Anything")
_HEADER: Final = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")
_MISSING: Final = object()
_AT_LINE: Final = re.compile(r" \(at line (\d+), column \d+\)$")


@dataclass(slots=True)
class Document:
    """A TOML file: its data, the lines of its keys, and the faults found so far as (line, reason)."""

    data: dict[str, Any]
    lines: dict[tuple[str, int, str], int]
    faults: list[tuple[int, str]] = field(default_factory=list)

    def entries(self, table: str) -> list["Entry"]:
        """The tables of one name, in the order of the file."""
        found = self.data.get(table, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.faults.append((self.lines.get((table, 0, ""), 1), f"write [[{table}]], once for each"))
            return []
        return [Entry(self, table, place, one) for place, one in enumerate(found)]

    def refuse(self) -> None:
        """Errors: BrokenRules with every line and reason, when there is any."""
        if self.faults:
            raise BrokenRules(tuple(sorted(self.faults)))


def parsed(text: str) -> Document:
    """The file as data. Errors: BrokenRules where it is no TOML."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        at = _AT_LINE.search(str(fault))
        line = int(at[1]) if at else text.count("\n") + 1
        raise BrokenRules(((line, _AT_LINE.sub("", str(fault))),)) from None
    return Document(data, _lines_of(text))


def _lines_of(text: str) -> dict[tuple[str, int, str], int]:
    lines: dict[tuple[str, int, str], int] = {}
    table, seen = "", {"": 1}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = header[1]
            seen[table] = seen.get(table, 0) + 1
            lines[table, seen[table] - 1, ""] = number
        elif key := _KEY.match(line):
            lines.setdefault((table, seen[table] - 1, key[1]), number)
    return lines


@dataclass(slots=True)
class Entry:
    """One table of the file. What is asked for and wrong is a fault of the document; the caller goes on."""

    document: Document
    table: str
    place: int
    data: dict[str, Any]
    asked: set[str] = field(default_factory=set)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty."""
        value = self._value(key, default)
        if isinstance(value, str) and (value or value == default):
            return value
        return self._fault(key, "must be a text in quotation marks", "")

    def day(self, key: str) -> date | None:
        """A date, or None when it is not there."""
        value = self._value(key, None, needed=False)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        return self._fault(key, "must be a date such as 2014-10-01", None)

    def whole(self, key: str, *, least: int = 1) -> int:
        """A whole number of at least `least`."""
        value = self._value(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        return self._fault(key, f"must be a whole number from {least}", least)

    def truth(self, key: str) -> bool:
        """true or false; false when it is not there."""
        value = self._value(key, False, needed=False)
        return value if isinstance(value, bool) else self._fault(key, "must be true or false", False)

    def texts(self, key: str, *, needed: bool = True) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value(key, None if needed else [], needed=needed)
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value) and (value or not needed):
            return tuple(value)
        return self._fault(key, "must be a list of texts", ())

    def dates(self) -> dict[str, Any]:
        """From when to when it holds, and what of it is unverified."""
        since, until = self.day("valid_from"), self.day("valid_to")
        if since and until and until < since:
            self._fault("valid_to", f"is before valid_from, {since}", None)
        unverified = self.texts("unverified", needed=False)
        for name in unverified:
            if name not in self.data:
                self._fault("unverified", f"names {name!r}, which is not in the same table", None)
        return {"valid_from": since, "valid_to": until, "unverified": frozenset(unverified)}

    def only(self, *more: str) -> None:
        """A key nobody asked for is a misspelt one."""
        for key in self.data.keys() - self.asked - set(more):
            self._fault(key, "is not known here", None)

    def wrong(self, key: str, reason: str) -> None:
        """What the caller found wrong."""
        self._fault(key, reason, None)

    def _value(self, key: str, default: Any = None, *, needed: bool = True) -> Any:  # noqa: ANN401 (TOML holds anything)
        self.asked.add(key)
        if key not in self.data and needed and default is None:
            self._fault(key, "is missing", None)
            return _MISSING
        return self.data.get(key, default)

    def _fault(self, key: str, reason: str, instead: Anything) -> Anything:
        if key not in self.data and reason != "is missing":
            return instead  # that it is missing has been said
        lines = self.document.lines
        line = lines.get((self.table, self.place, key)) or lines.get((self.table, self.place, "")) or 1
        self.document.faults.append((line, f"{key!r} {reason}"))
        return instead
