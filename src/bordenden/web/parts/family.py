"""A family's plan as words: how far each is, what is common, and a part as whoever it is opened for reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.families import queries
from bordenden.families.words import PartKind
from bordenden.web.design.parts import Step
from bordenden.web.parts.said_when import day, whose

if TYPE_CHECKING:
    from bordenden.families.models import Family, Part, Undertaking

LineLink = Callable[["Undertaking"], str]


@dataclass(frozen=True, slots=True)
class HowFar:
    """Somebody's part, without a word of it."""

    name: str
    words: str
    whole: bool


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """One kind of somebody's words; goals are lines. `alone`: it is for nobody else; `url` leads to writing it."""

    title: str
    text: str
    lines: tuple[str, ...]
    when: str
    alone: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class CommonPart:
    """The common goals and steps, each with who has taken it on and who stands by."""

    goals: tuple[Step, ...]
    steps: tuple[Step, ...]


def how_far(sitting: Sequence[queries.Sitting]) -> list[HowFar]:
    """The calm list: whether a part is whole, on its way, or not begun."""
    return [HowFar(one.member.person.given_name, _how_far(one), one.whole) for one in sitting]


def _how_far(one: queries.Sitting) -> str:
    owner = whose(one.member.person.given_name)
    if one.whole:
        return _("%(owner)s del er skrevet.") % {"owner": owner}
    if one.said:
        return _("%(owner)s del er godt på vej.") % {"owner": owner}
    return _("%(owner)s del er ikke begyndt endnu.") % {"owner": owner}


def spoken_part(said: queries.Spoken, url: str = "") -> SpokenPart:
    """One kind of words to read."""
    row = said.row
    lines = tuple(said.words.splitlines()) if said.kind == PartKind.GOAL else ()
    return SpokenPart(
        str(said.kind.label),
        "" if lines else said.words,
        lines,
        day(row.written_at) if row and said.words else "",
        row.only_mine if row else False,
        url,
    )


def shown_part(part: Part) -> list[SpokenPart]:
    """A part as others read it: nothing of what is the owner's alone."""
    return [spoken_part(said) for said in queries.spoken(part=part, shown_to_others=True)]


def common_part(family: Family, link: LineLink | None = None) -> CommonPart:
    """The common lines. One query."""
    rows = list(queries.lines(family=family))
    goals = tuple(_line(row, row.goal.words, done=False) for row in rows if row.goal)
    steps = tuple(_step(row, link(row) if link else "") for row in rows if row.step)
    return CommonPart(goals, steps)


def _step(row: Undertaking, url: str) -> Step:
    words, done = (row.step.words, row.step.done_at is not None) if row.step else ("", False)
    return _line(row, words, done=done, url=url)


def _line(row: Undertaking, words: str, *, done: bool, url: str = "") -> Step:
    taken = _("Hvem: %(name)s") % {"name": row.member.person.given_name} if row.member.left_at is None else ""
    free = "" if taken else _("Hvem: ingen lige nu")
    support = _("Støtte: %(names)s") % {"names": row.supporters} if row.supporters else ""
    return Step(words, done=done, detail=" · ".join(one for one in (taken, free, support) if one), url=url)
