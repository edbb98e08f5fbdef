"""Reads an instrument file (TOML) and names every fault in it by its line; touches no database."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any, Final, TypeAlias

from django.utils.translation import gettext as _

from bordenden.assessments.actions.fields import ITEM, TOP, Fields, wrong
from bordenden.assessments.actions.together import Misfit, misfits
from bordenden.assessments.words import Area, Purpose
from bordenden.foundation.rules import NotPossible

LARGEST_FILE: Final = 64_000
MOST_ITEMS: Final = 100
_HEADER: Final = re.compile(r"\s*\[\[\s*items\s*\]\]")
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
    """One question as the file says it; `index` is its place in the file, from 0."""

    index: int
    position: int
    code: str
    topic: str
    question: str
    low: str
    middle: str
    high: str
    area: str = Area.SELF
    edition: str = ""
    shielded: bool = False
    continues: str = ""
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class InstrumentText:
    """An instrument file that was read without a fault, its items by position and edition."""

    code: str
    name: str
    purpose: Purpose
    municipality: int | None
    version: int
    intro: str
    changes: str
    items: tuple[ItemText, ...]
    digest: str
    document: "_Document" = field(repr=False, compare=False)

    def line_of(self, *path: str | int) -> int:
        """The line where the thing at `path` begins."""
        return self.document.line_of(*path)


def read(content: bytes) -> InstrumentText:
    """The instrument in the file's bytes. Raises BrokenInstrument with every fault that was found."""
    text = _decoded(content)
    document = _Document(text, _parsed(text))
    faults = list(document.faults())
    if faults:
        raise BrokenInstrument(*faults)
    top = {name: _clean(value) for name, value in document.content.items()}
    municipality = top.get("municipality")
    items = [_item(index, item, municipality is not None) for index, item in enumerate(top["items"])]
    return InstrumentText(
        code=top["code"],
        name=top["name"],
        purpose=Purpose(top.get("purpose", Purpose.SITUATION)),
        municipality=municipality,
        version=top["version"],
        intro=top.get("intro", ""),
        changes=top.get("changes", ""),
        items=tuple(sorted(items, key=lambda item: (item.position, item.edition))),
        digest=sha256(content).hexdigest(),
        document=document,
    )


def _item(index: int, said: dict[str, Any], local: bool) -> ItemText:
    """The question, with the area it has when none is said: the five of 0.1 said none."""
    area = {"area": Area.LOCAL} if local else {}
    return ItemText(index=index, **{**area, **{name: _clean(value) for name, value in said.items()}})


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
        """Where each key begins. tomllib tells no places: grow the file line by line and see what is new.

        Each [[items]] grows on its own: a whole file of questions would cost the square of its length.
        """
        lines: dict[Path, int] = {}
        rows = self.text.splitlines(keepends=True)
        begins = since = before = 0
        whole = True
        for number, row in enumerate(rows):
            if not row.strip() or row.lstrip().startswith("#"):
                begins = number + 1 if begins == number else begins
                continue
            if whole and _HEADER.match(row):
                since, before = number, 1 + max((int(path[1]) for path in lines if _in_items(path)), default=-1)
            try:
                part = tomllib.loads("".join(rows[since : number + 1]))
            except tomllib.TOMLDecodeError:
                whole = False
                continue
            whole = True
            for path in _paths(part):
                lines.setdefault(_shifted(path, before), begins + 1)
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
        yield from (self._placed(misfit) for misfit in misfits(self.content, items))

    def _placed(self, misfit: Misfit) -> Fault:
        path: Path = (misfit.name,) if misfit.index is None else ("items", misfit.index, misfit.name)
        return Fault(self.line_of(*path), misfit.reason)

    def _faults_of(self, record: dict[str, Any], fields: Fields, path: Path, besides: set[str]) -> Iterator[Fault]:
        for name in record.keys() - fields.keys() - besides:
            yield Fault(self.line_of(*path, name), _("Feltet »%(name)s« kender vi ikke.") % {"name": name})
        for name, one in fields.items():
            if name in record:
                reason = wrong(name, record[name], one)
            elif one.optional:
                continue
            else:
                reason = _("Feltet »%(name)s« mangler.") % {"name": name}
            if reason:
                yield Fault(self.line_of(*path, name), reason)


def _in_items(path: Path) -> bool:
    return len(path) > 1 and path[0] == "items"


def _shifted(path: Path, before: int) -> Path:
    """The place in the whole file of what stands `before` items later than in its part."""
    return ("items", int(path[1]) + before, *path[2:]) if before and _in_items(path) else path


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
