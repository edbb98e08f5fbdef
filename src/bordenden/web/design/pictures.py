"""Two small pictures for one person's own answers: a line for a question, and a fan of rays round a table for now.

Numbers in, geometry out. The rows of the tables beside them are put together here: a page has 400 of them, and a
template's loop over them cost most of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

MOST: Final = 10

# The line: 200 by 60, the ends of the scale at 55 and 5.
LINE_LEFT: Final = 5.0
LINE_RIGHT: Final = 195.0
LINE_LOW: Final = 55.0
LINE_RISE: Final = 50.0

# The fan: 340 by 190, the rays round half a table, her seat in the middle below.
CENTRE: Final = (170.0, 170.0)
TABLE_EDGE: Final = 58.0
RAY_BEGINS: Final = 64.0
RAY_ENDS: Final = 142.0
NUMBERS_AT: Final = 157.0
STUB: Final = 3.0
WIDEST: Final = 13.0
BETWEEN_GROUPS: Final = 1.0
COLOURS: Final = 6


@dataclass(frozen=True, slots=True)
class Spark:
    """A line of answers: a value or None for each label, what the table says of each, the words at the ends.

    `by_answer`: the table has each answer once with its days, the highest first as the line has it. Words are long,
    and a page has twenty lines of twenty answers.
    """

    title: str
    description: str
    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    words: tuple[str, ...]
    low: str
    high: str
    most: float = MOST
    by_answer: bool = False

    def __post_init__(self) -> None:
        if not len(self.labels) == len(self.values) == len(self.words):
            raise ValueError("every label has a value and its words")
        _require_on_the_scale(self.values, self.most)


@dataclass(frozen=True, slots=True)
class SparkPicture:
    """`line` joins the answers of rounds that follow one another; `dots` is one for each answer."""

    spark: Spark
    line: str
    dots: str
    rows: SafeString


@dataclass(frozen=True, slots=True)
class Ray:
    """One question: its value (None: no answer, which is never drawn as 0) and what the table says."""

    name: str
    value: float | None
    words: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class RayGroup:
    """Rays that belong together; the group is known by its number and its place before its colour."""

    title: str
    rays: tuple[Ray, ...]


@dataclass(frozen=True, slots=True)
class Fan:
    """How it is now: the groups from left to right."""

    title: str
    description: str
    name_heading: str
    value_heading: str
    groups: tuple[RayGroup, ...]
    most: float = MOST

    def __post_init__(self) -> None:
        _require_on_the_scale((ray.value for group in self.groups for ray in group.rays), self.most)


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """The rays as one path, the rings of those without an answer, and where the number of the group stands."""

    number: int
    colour: int
    title: str
    path: str
    rings: str
    x: str
    y: str
    rows: SafeString


@dataclass(frozen=True, slots=True)
class FanPicture:
    """Everything the template needs; `width` is that of a ray, `guides` the arcs of the middle and the top."""

    fan: Fan
    width: str
    guides: str
    groups: tuple[DrawnGroup, ...]


def draw_spark(spark: Spark) -> SparkPicture:
    """The rounds stand evenly; a round without an answer breaks the line."""
    line, dots, joined, last = [], [], False, (0, 0.0)
    for at, value in enumerate(spark.values):
        if value is None:
            joined = False
            continue
        # Two hundred units are as wide as the picture is on a telephone: a part of one is never seen.
        across, height = round(_across(at, len(spark.values))), _short(LINE_LOW - LINE_RISE * value / spark.most)
        line.append(f"{'L' if joined else 'M'}{across} {height}")
        # From dot to dot: a page of curves has hundreds, and a step is shorter to write than a place.
        up = _short(float(height) - last[1])
        dots.append(f"m{across - last[0]}{up if up.startswith('-') else f' {up}'}h0")
        last, joined = (across, last[1] + float(up)), True
    rows = _by_answer(spark) if spark.by_answer else zip(spark.labels, spark.words, strict=True)
    return SparkPicture(spark, "".join(line), "".join(dots), _rows(rows))


def draw_fan(fan: Fan) -> FanPicture:
    """Each ray has the same room, with a little more between the groups."""
    rays = sum(len(group.rays) for group in fan.groups)
    room = pi / (rays + BETWEEN_GROUPS * max(len(fan.groups) - 1, 0)) if rays else pi
    groups, begins = [], 0.0
    for number, group in enumerate(fan.groups, start=1):
        groups.append(_group(fan, group, number, begins, room))
        begins += len(group.rays) + BETWEEN_GROUPS
    width = min(WIDEST, 0.7 * RAY_BEGINS * room)
    guides = "".join(_arc(_reach(value, fan.most)) for value in (fan.most / 2, fan.most))
    return FanPicture(fan, _short(width), guides, tuple(groups))


def _group(fan: Fan, group: RayGroup, number: int, begins: float, room: float) -> DrawnGroup:
    path, rings = [], []
    for place, ray in enumerate(group.rays):
        angle = pi - (begins + place + 0.5) * room
        if ray.value is None:
            rings.append(f"M{_at(angle, RAY_BEGINS)}h0")
        else:
            path.append(f"M{_at(angle, RAY_BEGINS)}L{_at(angle, _reach(ray.value, fan.most))}")
    middle = pi - (begins + len(group.rays) / 2) * room
    x, y = _at(middle, NUMBERS_AT).split()
    rows = _rows((ray.name, ray.words, ray.when) for ray in group.rays)
    colour = (number - 1) % COLOURS + 1
    return DrawnGroup(number, colour, group.title, "".join(path), "".join(rings), x, y, rows)


def _reach(value: float, most: float) -> float:
    """How far out from the middle a value goes; 0 is a stub that can be seen."""
    return RAY_BEGINS + STUB + (RAY_ENDS - RAY_BEGINS - STUB) * value / most


def _at(angle: float, out: float) -> str:
    return f"{_short(CENTRE[0] + out * cos(angle))} {_short(CENTRE[1] - out * sin(angle))}"


def _arc(out: float) -> str:
    return f"M{_at(pi, out)}A{_short(out)} {_short(out)} 0 0 1 {_at(0, out)}"


def _across(at: int, many: int) -> float:
    if many == 1:
        return (LINE_LEFT + LINE_RIGHT) / 2
    return LINE_LEFT + at * (LINE_RIGHT - LINE_LEFT) / (many - 1)


def _by_answer(spark: Spark) -> list[tuple[str, str]]:
    """Each answer with its days in order; a round without an answer comes last."""
    days: dict[str, list[str]] = {}
    heights: dict[str, float] = {}
    for label, value, words in zip(spark.labels, spark.values, spark.words, strict=True):
        days.setdefault(words, []).append(label)
        heights[words] = max(heights.get(words, -1), -1 if value is None else value)
    return [(words, ", ".join(days[words])) for words in sorted(days, key=heights.__getitem__, reverse=True)]


def _rows(rows: Iterable[tuple[str, ...]]) -> SafeString:
    """Rows of a table without end tags, which HTML lets go; a third cell stands small in the second."""
    found = []
    for head, words, *small in rows:
        tail = f" <small>{conditional_escape(small[0])}</small>" if small and small[0] else ""
        found.append(f"<tr><td>{conditional_escape(head)}<td>{conditional_escape(words)}{tail}")
    return SafeString("".join(found))


def _require_on_the_scale(values: Iterable[float | None], most: float) -> None:
    if any(not 0 <= value <= most for value in values if value is not None):
        raise ValueError("every value lies between 0 and the most")


def _short(value: float) -> str:
    """A coordinate: always a point for the decimals, whatever the language."""
    return f"{value:.1f}".removesuffix(".0")
