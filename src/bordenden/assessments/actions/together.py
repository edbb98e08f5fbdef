"""What the fields of an instrument file must be together: codes, places and editions, and the municipality's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from bordenden.assessments.words import Purpose
from bordenden.programmes.words import Track

ALIKE: Final = ("position", "area", "shielded", "continues", "indicator")
WELLBEING_ITEMS: Final = 5
_LOCAL: Final = re.compile(r"\d{3}-")

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A field that does not fit the others: of the item at `index` (from 0), or of the top when it is None."""

    index: int | None
    name: str
    reason: str


def misfits(top: Mapping[str, Any], items: Sequence[Item]) -> Iterator[Misfit]:
    """Everything that does not fit together. Values of a wrong kind are passed over: they are faults already."""
    yield from _codes(items)
    yield from _places(items)
    yield from _editions(items)
    yield from _wellbeing(top, items)
    yield from _of_the_municipality(top, items)


def _codes(items: Sequence[Item]) -> Iterator[Misfit]:
    seen = set()
    for index, item in enumerate(items):
        one = (item.get("code"), item.get("edition", ""))
        if not all(isinstance(part, str) for part in one):
            continue
        if one in seen:
            yield _double(index, "code", one[0])
        seen.add(one)


def _places(items: Sequence[Item]) -> Iterator[Misfit]:
    """A place belongs to one code; its two editions share it."""
    holder: dict[int, object] = {}
    for index, item in enumerate(items):
        position, code = item.get("position"), item.get("code")
        if type(position) is not int:
            continue
        if position in holder and (holder[position] != code or not item.get("edition")):
            yield _double(index, "position", position)
        holder.setdefault(position, code)


def _double(index: int, name: str, value: object) -> Misfit:
    reason = _("»%(name)s« %(value)s står på to spørgsmål.") % {"name": name, "value": value}
    return Misfit(index, name, reason)


def _editions(items: Sequence[Item]) -> Iterator[Misfit]:
    """A code is there once for both tracks, or once for each of them and then the same question in other words."""
    of_code: dict[str, dict[str, int]] = {}
    for index, item in enumerate(items):
        code, edition = item.get("code"), item.get("edition", "")
        if isinstance(code, str) and isinstance(edition, str):
            of_code.setdefault(code, {}).setdefault(edition, index)
    for code, editions in of_code.items():
        last = max(editions.values())
        if len(editions) == 1 and "" not in editions:
            only = next(iter(editions))
            other = next((str(track) for track in Track if track != only), "")
            words = {"code": code, "only": only, "other": other}
            reason = _("»%(code)s« findes kun i udgaven %(only)s. Skriv den også for %(other)s.") % words
            yield Misfit(last, "edition", reason)
        elif len(editions) > 1 and "" in editions:
            yield Misfit(last, "edition", _("»%(code)s« står både med og uden »edition«.") % {"code": code})
        elif len(editions) > 1:
            yield from _unlike(code, items[min(editions.values())], items[last], last)


def _unlike(code: str, first: Item, second: Item, index: int) -> Iterator[Misfit]:
    for name in ALIKE:
        if (first.get(name) or "") != (second.get(name) or ""):
            words = {"name": name, "code": code}
            reason = _("»%(name)s« skal være den samme i begge udgaver af »%(code)s«.") % words
            yield Misfit(index, name, reason)


def _wellbeing(top: Mapping[str, Any], items: Sequence[Item]) -> Iterator[Misfit]:
    """The figure from 0 to 100 is the sum of five answers, doubled."""
    if top.get("purpose") != Purpose.WELLBEING:
        return
    if len(items) != WELLBEING_ITEMS or any(item.get("edition") for item in items):
        reason = _("Et skema om trivsel har netop fem spørgsmål, ens for alle. Ellers passer tallet 0–100 ikke.")
        yield Misfit(None, "purpose", reason)


def _of_the_municipality(top: Mapping[str, Any], items: Sequence[Item]) -> Iterator[Misfit]:
    """A municipality's own codes begin with its number: they can never be mistaken for those of the common core."""
    number = top.get("municipality")
    if number is not None and top.get("purpose", Purpose.SITUATION) != Purpose.SITUATION:
        yield Misfit(None, "purpose", _("En kommunes egne spørgsmål hører til Min vurdering: »situation«."))
    for index, item in enumerate(items):
        code = item.get("code")
        if not isinstance(code, str):
            continue
        if number is None and _LOCAL.match(code):
            reason = _("Kun en kommunes egne koder begynder med tre tal og en bindestreg.")
            yield Misfit(index, "code", reason)
        elif type(number) is int and not code.startswith(f"{number}-"):
            reason = _("En kommunes egne koder begynder med dens nummer: %(number)d-…") % {"number": number}
            yield Misfit(index, "code", reason)
