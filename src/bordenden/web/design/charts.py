"""Line and bar charts as plain geometry: numbers in, points in a drawing out; the templates write the SVG."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.web.design.parts import Anchor, Cell, Row, Table

WIDTH: Final = 340.0
HEIGHT: Final = 230.0
LEFT: Final = 30.0
RIGHT: Final = 14.0
TOP: Final = 14.0
BOTTOM: Final = 30.0
MOST_LABELS: Final = 4

# A line is told from its neighbour by its dashes and its mark before its colour. Red is left out on purpose.
DASHES: Final = ("", "9 5", "2 4", "12 4 2 4")
MARKS: Final = ("circle", "square", "triangle", "diamond")
CORNERS: Final = {
    "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
    "triangle": ((0, -5), (5, 4), (-5, 4)),
    "diamond": ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),
}
COLOURS: Final = ("#17443f", "#8a4b08", "#2b4f8c", "#6a3d74")


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a value for each x label, None where there is no answer."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Answers over time. `key` makes the ids on the page unique; `anchors` are words on the y axis."""

    key: str
    title: str
    description: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    low: float = 0
    high: float = 10
    anchors: tuple[Anchor, ...] = ()

    def __post_init__(self) -> None:
        if self.low >= self.high:
            raise ValueError("low is below high")
        if len(self.series) > len(MARKS):
            raise ValueError(f"at most {len(MARKS)} lines can be told apart")
        if any(len(one.values) != len(self.labels) for one in self.series):
            raise ValueError("every series has a value or None for each label")
        if any(
            not self.low <= value <= self.high for one in self.series for value in one.values if value is not None
        ):
            raise ValueError("every value lies between low and high")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; a count of None is withheld and is drawn as such, never as zero."""

    label: str
    count: int | None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Counts side by side. `withheld` are the words for a count that is None."""

    key: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    label_heading: str
    count_heading: str
    withheld: str = ""

    def __post_init__(self) -> None:
        if not self.withheld and any(bar.count is None for bar in self.bars):
            raise ValueError("a withheld count needs words")


@dataclass(frozen=True, slots=True)
class Mark:
    """A point drawn: where, in which shape, and the path that draws it."""

    x: str
    y: str
    shape: str
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """A series drawn: unbroken stretches as polylines, a mark on each answer, a sample for the legend.

    `all_marks` is one path: an element for each mark took a quarter of the drawing's time.
    """

    name: str
    colour: str
    dash: str
    stretches: tuple[str, ...]
    marks: tuple[Mark, ...]
    sample: Mark

    @property
    def all_marks(self) -> str:
        """The path of every mark on the line."""
        return "".join(mark.path for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its words."""

    at: str
    text: str


@dataclass(frozen=True, slots=True)
class LinePicture:
    """Everything the template needs to write the drawing."""

    chart: LineChart
    lines: tuple[Line, ...]
    rows: tuple[Tick, ...]
    columns: tuple[Tick, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its length in percent of the longest; "" for a withheld count."""

    label: str
    words: str
    length: str


@dataclass(frozen=True, slots=True)
class BarPicture:
    """A bar chart is a table whose last column is the drawing."""

    chart: BarChart
    bars: tuple[DrawnBar, ...]


def draw_lines(chart: LineChart) -> LinePicture:
    """Where everything stands in a drawing of WIDTH by HEIGHT."""
    lines = tuple(_line(chart, index, one) for index, one in enumerate(chart.series))
    middle = (chart.low + chart.high) / 2
    rows = tuple(Tick(_short(_y(chart, value)), _number(value)) for value in (chart.low, middle, chart.high))
    columns = tuple(Tick(_short(_x(chart, at)), chart.labels[at]) for at in _label_places(len(chart.labels)))
    return LinePicture(chart, lines, rows, columns, _line_table(chart))


def draw_bars(chart: BarChart) -> BarPicture:
    """Lengths relative to the longest bar; a withheld bar has none."""
    longest = max((bar.count or 0 for bar in chart.bars), default=0) or 1
    return BarPicture(chart, tuple(_drawn(chart, bar, longest) for bar in chart.bars))


def _drawn(chart: BarChart, bar: Bar, longest: int) -> DrawnBar:
    if bar.count is None:
        return DrawnBar(bar.label, chart.withheld, "")
    return DrawnBar(bar.label, number_format(bar.count), _short(100 * bar.count / longest))


def _line(chart: LineChart, index: int, series: Series) -> Line:
    stretches: list[list[str]] = [[]]
    marks = []
    for at, value in enumerate(series.values):
        if value is None:
            stretches.append([])
            continue
        x, y = _x(chart, at), _y(chart, value)
        stretches[-1].append(f"{_short(x)},{_short(y)}")
        marks.append(_mark(x, y, MARKS[index]))
    return Line(
        name=series.name,
        colour=COLOURS[index],
        dash=DASHES[index],
        stretches=tuple(" ".join(points) for points in stretches if len(points) > 1),
        marks=tuple(marks),
        sample=_mark(22, 8, MARKS[index]),
    )


def _mark(x: float, y: float, shape: str) -> Mark:
    if shape == "circle":
        path = f"M{_short(x - 4.5)} {_short(y)}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0Z"
    else:
        corners = enumerate(CORNERS[shape])
        path = "".join(f"{'L' if n else 'M'}{_short(x + dx)} {_short(y + dy)}" for n, (dx, dy) in corners) + "Z"
    return Mark(_short(x), _short(y), shape, path)


def _x(chart: LineChart, at: int) -> float:
    if len(chart.labels) == 1:
        return (LEFT + WIDTH - RIGHT) / 2
    return LEFT + 8 + at * (WIDTH - LEFT - RIGHT - 16) / (len(chart.labels) - 1)


def _y(chart: LineChart, value: float) -> float:
    share = (value - chart.low) / (chart.high - chart.low)
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _label_places(count: int) -> tuple[int, ...]:
    """At most MOST_LABELS, evenly spaced and counted from the newest; more would overlap on a phone."""
    step = ceil(count / MOST_LABELS)
    return tuple(range(count - 1, -1, -step))[::-1]


def _line_table(chart: LineChart) -> Table:
    rows = tuple(
        Row(Cell(label), tuple(Cell(_answer(one.values[at]), number=True) for one in chart.series))
        for at, label in enumerate(chart.labels)
    )
    return Table(chart.title, (_("Dato"), *(one.name for one in chart.series)), rows)


def _answer(value: float | None) -> str:
    return _("Intet svar") if value is None else _number(value)


def _number(value: float) -> str:
    """As people write it in the language of the page, and without needless decimals."""
    return number_format(value, decimal_pos=0 if value == int(value) else 1)


def _short(value: float) -> str:
    """A coordinate: always a point for the decimals, whatever the language."""
    return f"{value:.1f}".removesuffix(".0")
