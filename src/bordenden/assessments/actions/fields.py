"""The fields of an instrument file: what each of them may hold, and why a value cannot stand in one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from django.utils.translation import gettext as _

from bordenden.assessments.models import Instrument, InstrumentVersion, Item
from bordenden.assessments.words import Area, Purpose
from bordenden.programmes.words import Track

HIGHEST_NUMBER: Final = 32_767
LONGEST_INTRO: Final = 500
LONGEST_CHANGES: Final = 1000
_CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Text:
    """A field that holds words: how many signs at most, whether it is a code, and whether it may be left out."""

    longest: int
    code: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A field that holds a whole number from 1."""

    optional: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """A field that holds one of a few words; it may be left out."""

    words: tuple[str, ...]
    optional: bool = True


@dataclass(frozen=True, slots=True)
class YesNo:
    """A field that holds true or false; it may be left out."""

    optional: bool = True


Field: TypeAlias = Text | Number | OneOf | YesNo
Fields: TypeAlias = Mapping[str, Field]


def _longest(model: type[Instrument | InstrumentVersion | Item], field: str) -> int:
    return int(model._meta.get_field(field).max_length)  # type: ignore[union-attr, arg-type]


TOP: Final[Fields] = {
    "code": Text(_longest(Instrument, "code"), code=True),
    "name": Text(_longest(Instrument, "name")),
    "purpose": OneOf(tuple(Purpose.values)),
    "municipality": Number(optional=True),
    "version": Number(),
    "intro": Text(LONGEST_INTRO, optional=True),
    "changes": Text(LONGEST_CHANGES, optional=True),
}
WORDS: Final = ("topic", "question", "low", "middle", "high")
ITEM: Final[Fields] = {
    "position": Number(),
    "code": Text(_longest(Item, "code"), code=True),
    "area": OneOf(tuple(Area.values)),
    "edition": OneOf(tuple(Track.values)),
    "shielded": YesNo(),
    "continues": Text(_longest(Item, "continues"), code=True, optional=True),
    "indicator": Text(_longest(Item, "indicator"), code=True, optional=True),
    **{name: Text(_longest(Item, name)) for name in WORDS},
}


def wrong(name: str, value: object, field: Field) -> str:
    """Why the value cannot stand in the field; "" when it can."""
    words = {"name": name}
    if isinstance(field, Number):
        fits = type(value) is int and 1 <= value <= HIGHEST_NUMBER
        return "" if fits else _("»%(name)s« skal være et helt tal fra 1 og op.") % words
    if isinstance(field, YesNo):
        return "" if isinstance(value, bool) else _("»%(name)s« skal være true eller false.") % words
    if not isinstance(value, str):
        return _("»%(name)s« skal være en tekst i anførselstegn.") % words
    if isinstance(field, OneOf):
        known = {**words, "words": ", ".join(field.words)}
        return "" if value in field.words else _("»%(name)s« skal være et af ordene: %(words)s.") % known
    return _wrong_text(name, value, field)


def _wrong_text(name: str, value: str, field: Text) -> str:
    words = {"name": name}
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
