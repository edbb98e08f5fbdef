"""Reads an instrument file (TOML) and names every fault in it by its line; touches no database."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, TypeAlias

from django.utils.translation import gettext as _

from bordenden.assessments.models import Instrument, InstrumentVersion, Item
from bordenden.foundation.rules import NotPossible

LARGEST_FILE: Final = 64_000
MOST_ITEMS: Final = 100
HIGHEST_NUMBER: Final = 32_767
LONGEST_INTRO: Final = 500
_CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AT_LINE: Final = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in the file, and in which line (counted from 1)."""

    line: int
    reason: str

    def __str__(self) -> str:
        return _("Linje %(line)d: %(reason)s") % {"line": self.line, "reason": self.reason}


class BrokenInstrument(NotPossible):
    """The file is refused whole; `faults` names each line and reason, in the order of the file."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class ItemText:
    """One question as the file says it."""

    position: int
    code: str
    topic: str
    question: str
    low: str
    middle: str
    high: str


@dataclass(frozen=True, slots=True)
class InstrumentText:
    """An instrument file that was read without a fault; `version_line` is where its number stands."""

    code: str
    name: str
    version: int
    intro: str
    items: tuple[ItemText, ...]
    digest: str
    version_line: int
    name_line: int


@dataclass(frozen=True, slots=True)
class Text:
    """A field that holds words: how many signs at most, and whether it is a code."""

    longest: int
    code: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A field that holds a whole number from 1."""


Fields: TypeAlias = Mapping[str, Text | Number]


def _longest(model: type[Instrument | InstrumentVersion | Item], field: str) -> int:
    return int(model._meta.get_field(field).max_length)  # type: ignore[union-attr, arg-type]


TOP: Final[Fields] = {
    "code": Text(_longest(Instrument, "code"), code=True),
    "name": Text(_longest(Instrument, "name")),
    "version": Number(),
    "intro": Text(LONGEST_INTRO, optional=True),
}
ITEM: Final[Fields] = {
    "position": Number(),
    "code": Text(_longest(Item, "code"), code=True),
    **{name: Text(_longest(Item, name)) for name in ("topic", "question", "low", "middle", "high")},
}


def read(content: bytes) -> InstrumentText:
    """The instrument in the file's bytes. Raises BrokenInstrument with every fault that was found."""
    text = _decoded(content)
    document = _Document(text, _parsed(text))
    faults = list(document.faults())
    if faults:
        raise BrokenInstrument(*faults)
    top = document.content
    items = [ItemText(**{name: _clean(item[name]) for name in ITEM}) for item in top["items"]]
    return InstrumentText(
        code=top["code"],
        name=_clean(top["name"]),
        version=top["version"],
        intro=_clean(top.get("intro", "")),
        items=tuple(sorted(items, key=lambda item: item.position)),
        digest=sha256(content).hexdigest(),
        version_line=document.line_of("version"),
        name_line=document.line_of("name"),
    )


def _clean(value: Any) -> Any:  # noqa: ANN401
    return value.strip() if isinstance(value, str) else value


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise BrokenInstrument(Fault(1, _("Filen er større end %(most)d tegn.") % {"most": LARGEST_FILE}))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        reason = _("Filen er ikke gemt som UTF-8. Gem den igen som UTF-8.")
        raise BrokenInstrument(Fault(line, reason)) from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found["line"]) if found and found["line"] else len(text.splitlines()) or 1
        detail = str(error)[: found.start()].strip() if found else str(error)
        reason = _("Linjen er ikke gyldig TOML (%(detail)s).") % {"detail": detail}
        raise BrokenInstrument(Fault(line, reason)) from error
    except RecursionError as error:
        raise BrokenInstrument(Fault(1, _("Filen har for mange lag."))) from error


class _Document:
    """The parsed file beside its text, so that each fault can be given its line."""

    def __init__(self, text: str, content: dict[str, Any]) -> None:
        self.text = text
        self.content = content

    def line_of(self, *path: str | int) -> int:
        """The line where the thing at `path` begins; for a thing that is missing, where it should have been."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    @cached_property
    def _lines(self) -> dict[Path, int]:
        """Where each key begins. tomllib tells no places: grow the file line by line and see what is new."""
        lines: dict[Path, int] = {}
        rows = self.text.splitlines(keepends=True)
        begins = 1
        for number in range(1, len(rows) + 1):
            if not rows[number - 1].strip() or rows[number - 1].lstrip().startswith("#"):
                begins = number + 1 if begins == number else begins
                continue
            try:
                part = tomllib.loads("".join(rows[:number]))
            except tomllib.TOMLDecodeError:
                continue
            for path in _paths(part):
                lines.setdefault(path, begins)
            begins = number + 1
        return lines

    def faults(self) -> Iterator[Fault]:
        """Everything that is wrong."""
        yield from self._faults_of(self.content, TOP, (), {"items"})
        items = self.content.get("items")
        if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
            yield Fault(self.line_of("items"), _("Filen har ingen spørgsmål. Skriv hvert af dem under [[items]]."))
            return
        if len(items) > MOST_ITEMS:
            yield Fault(
                self.line_of("items", MOST_ITEMS), _("Der er flere end %(most)d spørgsmål.") % {"most": MOST_ITEMS}
            )
            return
        for index, item in enumerate(items):
            yield from self._faults_of(item, ITEM, ("items", index), set())
        yield from self._doubles(items, "code")
        yield from self._doubles(items, "position")

    def _faults_of(self, record: dict[str, Any], fields: Fields, path: Path, besides: set[str]) -> Iterator[Fault]:
        for name in record.keys() - fields.keys() - besides:
            yield Fault(self.line_of(*path, name), _("Feltet »%(name)s« kender vi ikke.") % {"name": name})
        for name, field in fields.items():
            if name in record:
                reason = _wrong(name, record[name], field)
            elif isinstance(field, Text) and field.optional:
                continue
            else:
                reason = _("Feltet »%(name)s« mangler.") % {"name": name}
            if reason:
                yield Fault(self.line_of(*path, name), reason)

    def _doubles(self, items: list[dict[str, Any]], name: str) -> Iterator[Fault]:
        values = [item.get(name) for item in items if isinstance(item.get(name), (str, int))]
        twice = {value for value, count in Counter(values).items() if count > 1}
        seen = set()
        for index, item in enumerate(items):
            value = item.get(name)
            if not isinstance(value, (str, int)) or value not in twice:
                continue
            if value in seen:
                yield Fault(
                    self.line_of("items", index, name),
                    _("»%(name)s« %(value)s står på to spørgsmål.") % {"name": name, "value": value},
                )
            seen.add(value)


def _wrong(name: str, value: object, field: Text | Number) -> str:
    """Why the value cannot stand in the field; "" when it can."""
    words = {"name": name}
    if isinstance(field, Number):
        if type(value) is not int or not 1 <= value <= HIGHEST_NUMBER:
            return _("»%(name)s« skal være et helt tal fra 1 og op.") % words
        return ""
    if not isinstance(value, str):
        return _("»%(name)s« skal være en tekst i anførselstegn.") % words
    if not value.strip():
        return "" if field.optional else _("»%(name)s« er tom.") % words
    if len(value.strip()) > field.longest:
        return _("»%(name)s« er for lang: %(length)d tegn, og der er plads til %(longest)d.") % {
            **words,
            "length": len(value.strip()),
            "longest": field.longest,
        }
    if field.code and not _CODE.fullmatch(value):
        return _("»%(name)s« må kun have små bogstaver a–z, tal og enkelte bindestreger.") % words
    if any(ord(sign) < ord(" ") for sign in value.strip()):
        return _("»%(name)s« skal stå på én linje, uden tabulator og andre styretegn.") % words
    return ""


def _paths(part: object, path: Path = ()) -> Iterator[Path]:
    """Every place in a parsed file, from the outside in."""
    if path:
        yield path
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _paths(value, (*path, name))
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _paths(value, (*path, index))
