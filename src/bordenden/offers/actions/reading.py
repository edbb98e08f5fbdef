"""Reads the file of the starter set (TOML) and names every fault in it by its line; touches no database."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible
from bordenden.offers.words import IN_AREA, Area, OfferKind, ProviderKind
from bordenden.programmes.words import Department

LARGEST_FILE: Final = 200_000
_HEADER: Final = re.compile(r"\s*\[\[\s*(offers|materials)\s*\]\]")
_KEY: Final = re.compile(r"\s*([A-Za-z_-]+)\s*=")
_AT_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)$")
_CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What a field holds: its longest text, the words it chooses among, or yes and no.
_OFFER: Final[dict[str, int | tuple[str, ...] | bool]] = {
    "code": 40,
    "area": tuple(Area.values),
    "category": 40,
    "kind": tuple(OfferKind.values),
    "name": 120,
    "about": 1_000,
    "for_whom": 400,
    "provider": 120,
    "provider_kind": tuple(ProviderKind.values),
    "department": tuple(Department.values),
    "legal_basis": 200,
    "end_criterion": 200,
    "in_a_group": True,
    "for_families": True,
    "discreet": True,
}
_MATERIAL: Final[dict[str, int | tuple[str, ...] | bool]] = {
    "code": 40,
    "area": tuple(Area.values),
    "title": 120,
    "text": 4_000,
}
_MUST: Final = {
    "offers": ("code", "area", "category", "name", "about", "for_whom", "provider", "department", "legal_basis"),
    "materials": ("code", "title", "text"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in the file, and in which line (counted from 1)."""

    line: int
    reason: str

    def __str__(self) -> str:
        return _("Linje %(line)d: %(reason)s") % {"line": self.line, "reason": self.reason}


class BrokenStarter(NotPossible):
    """The file is refused whole; `faults` names each line and reason, in the order of the file."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("\n".join(str(fault) for fault in self.faults))


@dataclass(frozen=True, slots=True)
class StarterSet:
    """The items of a file without a fault: each as the fields of its table, by its code."""

    offers: dict[str, dict[str, Any]]
    materials: dict[str, dict[str, Any]]


def read(content: bytes) -> StarterSet:
    """The starter set in the file's bytes. Raises BrokenStarter with every fault that was found."""
    text = _decoded(content)
    items = _parsed(text)
    lines = _lines(text)
    faults = list(_faults(items, lines))
    if faults:
        raise BrokenStarter(*faults)
    return StarterSet(*(_by_code(items.get(kind, [])) for kind in ("offers", "materials")))


def _by_code(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    cleaned = [{name: _clean(value) for name, value in record.items()} for record in records]
    return {record.pop("code"): record for record in cleaned}


def _clean(value: Any) -> Any:  # noqa: ANN401
    return value.strip() if isinstance(value, str) else value


def _decoded(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise BrokenStarter(Fault(1, _("Filen er større end %(most)d tegn.") % {"most": LARGEST_FILE}))
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BrokenStarter(Fault(line, _("Filen er ikke gemt som UTF-8. Gem den igen som UTF-8."))) from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else len(text.splitlines()) or 1
        raise BrokenStarter(Fault(line, _("Linjen er ikke gyldig TOML."))) from error


def _lines(text: str) -> dict[tuple[str, int, str], int]:
    """The line of each item ("" for its heading) and of each of its fields; long texts are stepped over."""
    lines: dict[tuple[str, int, str], int] = {}
    kind, seen, inside = "", {"offers": -1, "materials": -1}, False
    for number, row in enumerate(text.splitlines(), start=1):
        if not inside and (header := _HEADER.match(row)):
            kind = header[1]
            seen[kind] += 1
            lines[kind, seen[kind], ""] = number
        elif not inside and kind and (key := _KEY.match(row)):
            lines[kind, seen[kind], key[1]] = number
        if row.count('"""') % 2:
            inside = not inside
    return lines


def _faults(items: dict[str, Any], lines: dict[tuple[str, int, str], int]) -> Iterator[Fault]:
    for name in items.keys() - {"offers", "materials"}:
        yield Fault(1, _("Feltet »%(name)s« kender vi ikke.") % {"name": name})
    if not items.get("offers"):
        yield Fault(1, _("Filen har ingen tilbud. Skriv hvert af dem under [[offers]]."))
    for kind, fields in (("offers", _OFFER), ("materials", _MATERIAL)):
        records = items.get(kind, [])
        if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
            yield Fault(1, _("Skriv hvert af dem under [[%(kind)s]].") % {"kind": kind})
            continue
        codes: set[str] = set()
        for index, record in enumerate(records):
            begins = lines.get((kind, index, ""), 1)
            for name, reason in _reasons(kind, record, fields, codes):
                yield Fault(lines.get((kind, index, name), begins), reason)
            codes.add(str(record.get("code")))


def _reasons(
    kind: str, record: dict[str, Any], fields: dict[str, int | tuple[str, ...] | bool], codes: set[str]
) -> Iterator[tuple[str, str]]:
    """Each field that is wrong, and why."""
    for name in _MUST[kind]:
        if name not in record:
            yield name, _("Feltet »%(name)s« mangler.") % {"name": name}
    for name, value in record.items():
        if name not in fields:
            yield name, _("Feltet »%(name)s« kender vi ikke.") % {"name": name}
        elif reason := _wrong(name, value, fields[name]):
            yield name, reason
    if str(record.get("code")) in codes:
        yield "code", _("Koden »%(code)s« er brugt før.") % {"code": record["code"]}
    if kind == "offers" and str(record.get("area")) in Area.values:
        fitting = IN_AREA[Area(record["area"])]
        if record.get("category") not in fitting:
            words = {"words": ", ".join(fitting)}
            yield "category", _("Feltet »category« skal være et af disse: %(words)s.") % words


def _wrong(name: str, value: object, field: int | tuple[str, ...] | bool) -> str:
    """Why the value cannot stand in the field; nothing when it can."""
    if isinstance(field, tuple):
        words = {"name": name, "words": ", ".join(field)}
        return "" if value in field else _("Feltet »%(name)s« skal være et af disse: %(words)s.") % words
    if isinstance(field, bool):
        return "" if isinstance(value, bool) else _("Feltet »%(name)s« skal være true eller false.") % {"name": name}
    if not isinstance(value, str) or not value.strip():
        return _("Feltet »%(name)s« skal være en tekst.") % {"name": name}
    if len(value) > field:
        return _("Feltet »%(name)s« må højst være på %(most)d tegn.") % {"name": name, "most": field}
    if name == "code" and not _CODE.fullmatch(value):
        return _("Koden må kun have små bogstaver, tal og bindestreger.")
    return ""
