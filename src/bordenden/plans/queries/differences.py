"""What is new, changed and gone between two lists of lines, whatever the lines are about; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum, auto


class Sort(StrEnum):
    """What befell a line."""

    NEW = auto()
    CHANGED = auto()
    GONE = auto()
    ORDER = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plan: which part it is in, what it is the same line by, how it reads.

    `ordered` counts its place among the lines of its part; one that is `passing` is not missed when it is gone.
    """

    part: str
    key: str
    text: str
    name: str = ""
    ordered: bool = False
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference; `before` is "" where there was nothing, `now` where there is nothing any more."""

    part: str
    sort: Sort
    before: str = ""
    now: str = ""


def differences(before: Sequence[Line], now: Sequence[Line]) -> tuple[Difference, ...]:
    """In the order of the plan as it is now, and what is gone last in each part."""
    was, stands = {(line.part, line.key): line for line in before}, {(line.part, line.key): line for line in now}
    parts = list(dict.fromkeys(line.part for line in (*now, *before)))
    found: list[Difference] = []
    for part in parts:
        for key, line in stands.items():
            if line.part == part and (key not in was or was[key].text != line.text):
                found.append(_new_or_changed(was.get(key), line))
        gone = [line for key, line in was.items() if line.part == part and key not in stands and not line.passing]
        found += [Difference(part, Sort.GONE, before=line.text) for line in gone]
        found += _order(part, list(was.values()), list(stands.values()))
    return tuple(found)


def _new_or_changed(before: Line | None, now: Line) -> Difference:
    if before is None:
        return Difference(now.part, Sort.NEW, now=now.text)
    return Difference(now.part, Sort.CHANGED, before=before.text, now=now.text)


def _order(part: str, before: list[Line], now: list[Line]) -> list[Difference]:
    """Another order of the lines that were there before and still are."""
    was = [line.key for line in before if line.part == part and line.ordered]
    stands = [line.key for line in now if line.part == part and line.ordered]
    kept = {*was} & {*stands}
    kept_before, kept_now = [key for key in was if key in kept], [key for key in stands if key in kept]
    if kept_before == kept_now:
        return []
    names = {line.key: line.name or line.text for line in (*before, *now) if line.part == part}
    said = [", ".join(names[key] for key in keys) for keys in (kept_before, kept_now)]
    return [Difference(part, Sort.ORDER, before=said[0], now=said[1])]
