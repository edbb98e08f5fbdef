"""A family's plan as words: how far each is, what is common, and a part as whoever it is opened for reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.families import queries
from bordenden.families.words import PartKind
from bordenden.web.design.parts import Pager, Step
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day, whose

if TYPE_CHECKING:
    from bordenden.families.models import Family, Part, Undertaking

GOALS_SHOWN, STEPS_A_PAGE = 20, 20
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
    pager: Pager


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


def common_part(family: Family, *, side: str | None, link: LineLink | None = None) -> CommonPart:
    """The common lines, the steps paged. Two queries."""
    goals = [_line(row, row.goal.words) for row in queries.common_goals(family=family, most=GOALS_SHOWN) if row.goal]
    page = cut(partial(queries.common_steps, family=family), side, size=STEPS_A_PAGE)
    steps = [
        _line(row, row.step.words, done=row.step.done_at is not None, url=link(row) if link else "")
        for row in page.rows
        if row.step
    ]
    return CommonPart(tuple(goals), tuple(steps), page.pager)


def _line(row: Undertaking, words: str, *, done: bool = False, url: str = "") -> Step:
    taken = _("Hvem: %(name)s") % {"name": row.member.person.given_name} if row.member.left_at is None else ""
    free = "" if taken else _("Hvem: ingen lige nu")
    support = _("Støtte: %(names)s") % {"names": row.supporters} if row.supporters else ""
    return Step(words, done=done, detail=" · ".join(one for one in (taken, free, support) if one), url=url)
