"""What a week's code stands for: a table as data, of our own making until the official list is handed in."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from progression import _given
from progression.errors import BrokenRules, UnknownCode
from progression.spells.rules.law import Rules
from progression.spells.rules.reading import rule_set

NOTHING: Final = ""
"""The benefit of a code that says nothing was paid."""


@dataclass(frozen=True)
class Codes:
    """The codes of a week, each with the benefit it stands for, or NOTHING."""

    benefits: Mapping[str, str]

    def benefit_of(self, code: str) -> str | None:
        """The benefit a code stands for; None: nothing was paid. Errors: UnknownCode."""
        _given.of_kind("The code of a week", code, str)
        if code not in self.benefits:
            raise UnknownCode(f"There is no code {code!r} in the table of codes.")
        return self.benefits[code] or None


def own_codes(rules: Rules | None = None) -> Codes:
    """The codes that come with the package. They are made up: the official list is not known here.

    Errors: BadInput for what are no rules; BrokenRules where the rules lack a benefit of the codes.
    """
    _given.of_kind("The rules", rules, (Rules, type(None)))
    return _shipped(rules or rule_set("2014"))


@cache
def _shipped(rules: Rules) -> Codes:
    return read_codes(files(__package__).joinpath("codes.csv").read_bytes(), rules)


def read_codes(content: bytes, rules: Rules) -> Codes:
    """A table of codes from CSV with the columns `code` and `benefit` (empty: nothing was paid), others are not read.

    Shape: one row a code; comma, semicolon or tab; UTF-8 (with or without a mark) or Windows-1252; lines that begin
    with # are not read. Errors: BrokenRules with every line and reason: a column or a code that is missing, a code
    given twice, a benefit that the rules do not have. BadInput for what are no bytes, or no rules.
    """
    _given.of_kind("A table of codes", content, bytes)
    _given.of_kind("The rules", rules, Rules)
    lines = [(place, line) for place, line in enumerate(_text(content).splitlines(), start=1) if _is_read(line)]
    if not lines:
        raise BrokenRules(((1, "the table of codes is empty"),))
    separator = max(",;\t", key=lines[0][1].count)
    header, *rows = csv.reader((line for _, line in lines), delimiter=separator)
    names = [name.strip().lower() for name in header]
    missing = [name for name in ("code", "benefit") if name not in names]
    if missing:
        raise BrokenRules(tuple((lines[0][0], f"the column {name!r} is missing") for name in missing))
    if len(rows) != len(lines) - 1:
        raise BrokenRules(((lines[-1][0], "a quotation mark is not closed"),))
    found: dict[str, str] = {}
    faults = []
    for (place, _), row in zip(lines[1:], rows, strict=True):
        reason = _take(found, dict(zip(names, row, strict=False)), rules)
        if reason:
            faults.append((place, reason))
    if faults:
        raise BrokenRules(tuple(faults))
    return Codes(found)


def _take(found: dict[str, str], row: dict[str, str], rules: Rules) -> str:
    """Keep the code of a row; or say why not."""
    code, benefit = row.get("code", "").strip(), row.get("benefit")
    if benefit is None:
        return "the row is shorter than the header"
    benefit = benefit.strip()
    if not code:
        return "the code is missing"
    if code in found:
        return f"the code {code!r} is there twice"
    if benefit and benefit not in rules.by_code:
        return f"there is no benefit {benefit!r} in the rules {rules.code!r}"
    found[code] = benefit
    return ""


def _is_read(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
