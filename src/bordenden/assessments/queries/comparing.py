"""Reads what differs between two versions of an instrument: new, gone, reworded, mapped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from bordenden.assessments.models import InstrumentVersion, Item
from bordenden.foundation.prepared import Question

_WORDS = ("topic", "question", "low", "middle", "high")


class Kind(StrEnum):
    """How a question differs from the one before it."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    MAPPED = "mapped"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Change:
    """One question that differs: `pairs` are (field, before, after) of the words that are not the same.

    `mapped_from`: the code it goes on from under a new one. SET: its words stand, its settings or place do not.
    """

    kind: Kind
    code: str
    edition: str
    topic: str
    pairs: tuple[tuple[str, str, str], ...] = ()
    mapped_from: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different, in the newer version's order, what is gone last; `same` counts what is not."""

    changes: tuple[Change, ...]
    same: int
    intro: tuple[str, str] | None = None


def compare(*, old: InstrumentVersion | None, new: InstrumentVersion) -> Comparison:
    """From the old version to the new one; two queries. Without an old one everything is new.

    A question is the same one when its identity is; in a draft, when it continues that code or has the same one.
    """
    before = _rows(old) if old is not None else []
    after = _rows(new)
    found: list[Change] = []
    met: set[str] = set()
    same = 0
    for item in after:
        was = _earlier(item, before)
        change = _change(item, was)
        if was is not None:
            met.add(was.code)
        if change is None:
            same += 1
        else:
            found.append(change)
    found += _gone(before, met)
    intro = (old.intro, new.intro) if old is not None and old.intro != new.intro else None
    changes = tuple(found)
    if intro is not None:
        changes = (Change(Kind.REWORDED, "", "", "", (("intro", *intro),)), *changes)
    return Comparison(changes, same, intro)


def _rows(version: InstrumentVersion) -> list[Item]:
    return _items.ask(version=version.pk)


@Question
def _items(*, version: UUID) -> QuerySet[Item]:
    return Item.objects.filter(version_id=version).order_by("position", "edition")


def _earlier(item: Item, before: list[Item]) -> Item | None:
    """The old question, in the same edition where it has one."""
    if item.identity:
        met = [one for one in before if one.identity == item.identity]
    else:
        met = [one for one in before if one.code == (item.continues or item.code)]
    by_edition: Mapping[str, Item] = {one.edition: one for one in reversed(met)}
    return by_edition.get(item.edition) or (met[0] if met else None)


def _change(item: Item, was: Item | None) -> Change | None:
    if was is None:
        kind = Kind.MAPPED if item.continues else Kind.NEW
        return Change(kind, item.code, item.edition, item.topic, mapped_from=item.continues)
    pairs = tuple(
        (field, getattr(was, field), getattr(item, field))
        for field in _WORDS
        if getattr(was, field) != getattr(item, field)
    )
    if was.code != item.code:
        return Change(Kind.MAPPED, item.code, item.edition, item.topic, pairs, was.code)
    if pairs:
        return Change(Kind.REWORDED, item.code, item.edition, item.topic, pairs)
    settings = ("position", "area", "edition", "shielded", "indicator")
    if any(getattr(was, field) != getattr(item, field) for field in settings):
        return Change(Kind.SET, item.code, item.edition, item.topic)
    return None


def _gone(before: list[Item], met: set[str]) -> Iterator[Change]:
    for item in before:
        if item.code not in met:
            yield Change(Kind.GONE, item.code, item.edition, item.topic)
