"""Template tags of the look: card … endcard, line_chart, bar_chart, spark, fan, and the filters."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from bordenden.web.design.charts import BarChart, BarPicture, LineChart, LinePicture, draw_bars, draw_lines
from bordenden.web.design.parts import Cell, Row, Table
from bordenden.web.design.pictures import Fan, FanPicture, Spark, SparkPicture, draw_fan, draw_spark

register = template.Library()
_NUMBER = ' class="number"'


@register.simple_block_tag
def card(content: str, title: str = "", *, url: str = "", mark: bool = False) -> SafeString:
    """A sheet of paper on the table; `mark` gives it the colour of the head seat."""
    return render_to_string("design/card.html", {"content": content, "title": title, "url": url, "mark": mark})


@register.inclusion_tag("design/line_chart.html")
def line_chart(chart: LineChart) -> dict[str, LinePicture]:
    """The drawing of a `LineChart` and its numbers as a table."""
    return {"picture": draw_lines(chart)}


@register.inclusion_tag("design/bar_chart.html")
def bar_chart(chart: BarChart) -> dict[str, BarPicture]:
    """The drawing of a `BarChart` and its numbers as a table."""
    return {"picture": draw_bars(chart)}


@register.inclusion_tag("design/spark.html")
def spark(line: Spark) -> dict[str, SparkPicture]:
    """The small line of one question, the words at its ends, and its numbers as a table."""
    return {"picture": draw_spark(line)}


@register.inclusion_tag("design/fan.html")
def fan(shape: Fan) -> dict[str, FanPicture]:
    """The rays of how it is now, and the table beside them."""
    return {"picture": draw_fan(shape)}


@register.filter
def rows(table: Table) -> SafeString:
    """The rows of a table's body, every cell with the name of its column, which small screens show.

    In Python, because a page of curves has a hundred of them: in a template they cost a third of the page.
    """
    names = [conditional_escape(name) for name in table.columns[1:]]
    return SafeString("\n".join(_row(row, names) for row in table.rows))


def _row(row: Row, names: list[SafeString]) -> str:
    cells = "".join(
        f'<td role="cell" data-label="{name}"{_NUMBER if cell.number else ""}>{_content(cell)}</td>'
        for name, cell in zip(names, row.cells, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{_content(row.head)}</th>{cells}</tr>'


def _content(cell: Cell) -> str:
    text = conditional_escape(cell.text)
    return f'<a href="{conditional_escape(cell.url)}">{text}</a>' if cell.url else text


@register.filter
def written(attributes: Mapping[str, object]) -> SafeString:
    """All attributes of a widget but its class, which the widget's own template writes.

    In Python, because a form has one for every choice: as a template of its own it cost a third of the form.
    """
    shown = [(name, value) for name, value in attributes.items() if value is not False and name != "class"]
    return SafeString(
        "".join(f" {name}" if value is True else f' {name}="{_escaped(value)}"' for name, value in shown)
    )


def _escaped(value: object) -> str:
    return conditional_escape(value if isinstance(value, SafeString) else str(value))


@register.filter
def dialled(number: str) -> str:
    """A telephone number as `tel:` wants it: "99 31 00 00" → "+4599310000"."""
    digits = "".join(sign for sign in number if sign.isdigit())
    if number.strip().startswith("+"):
        return f"+{digits}"
    return f"+45{digits}" if len(digits) == 8 else digits
