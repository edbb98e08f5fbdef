"""Writes a version as the instrument file it is: reading it again gives the same version."""

import json
from collections.abc import Iterator

from bordenden.assessments.actions.fields import ITEM
from bordenden.assessments.models import InstrumentVersion, Item


def written(version: InstrumentVersion) -> bytes:
    """The file. What has its usual value is left out; recordings are files of their own."""
    return ("\n".join(_lines(version)) + "\n").encode()


def _lines(version: InstrumentVersion) -> Iterator[str]:
    instrument = version.instrument
    yield f"code = {_quoted(instrument.code)}"
    yield f"name = {_quoted(instrument.name)}"
    yield f"purpose = {_quoted(instrument.purpose)}"
    if instrument.municipality_id is not None:
        yield f"municipality = {instrument.municipality_id}"
    yield f"version = {version.number}"
    for name in ("intro", "changes"):
        if value := getattr(version, name):
            yield f"{name} = {_quoted(value)}"
    for item in version.items.order_by("position", "edition"):
        yield from ("", "[[items]]", *_item(item))


def _item(item: Item) -> Iterator[str]:
    for name in ITEM:
        value = getattr(item, name)
        if value is True:
            yield f"{name} = true"
        elif type(value) is int:
            yield f"{name} = {value}"
        elif value:
            yield f"{name} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """A basic string of TOML; JSON escapes the same signs, but for one."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
