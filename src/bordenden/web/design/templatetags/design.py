"""Tags of the look: card … endcard and the pictures; filters: rows, options, buttons, written, dialled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import NodeList, Parser, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from bordenden.web.design.charts import BarChart, BarPicture, LineChart, LinePicture, draw_bars, draw_lines
from bordenden.web.design.parts import Row, Table
from bordenden.web.design.pictures import Fan, FanPicture, Spark, SparkPicture, draw_fan, draw_spark

register = template.Library()
# What Django gives a widget of choices: the group's name, its choices, its place.
Groups: TypeAlias = Iterable[tuple[str | None, Sequence[Mapping[str, Any]], int]]
_NUMBER = ' class="number"'


@register.simple_block_tag
def card(content: str, title: str = "", *, url: str = "", mark: bool = False) -> SafeString:
    """A sheet of paper on the table; `mark` gives it the colour of the head seat.

    In Python, because a page may have fifty: as a template of its own it cost as much as all that stands on them.
    """
    words = _link(title, url)
    heading = f'<h2 class="card-title">{words}</h2>\n' if title else ""
    return SafeString(
        f'<section class="card{" card-mark" if mark else ""}">\n{heading}{conditional_escape(content)}\n</section>\n'
    )


@register.simple_tag
def tap(do: str, text: str, url: str, place: int) -> SafeString:
    """A button of the one form around a list: it names its own address, and is described by its line, `t` and place.

    In Python, because a line may have three: as a template of its own they cost two thirds of the page.
    """
    named, to, words = conditional_escape(f"{do}{place}"), conditional_escape(url), conditional_escape(text)
    return SafeString(
        f'<button class="button button-secondary" id="{named}" name="do" value="{conditional_escape(do)}" '
        f'formaction="{to}" aria-labelledby="{named} t{place}">{words}</button>'
    )


class Unchanging(template.Node):
    """A part of a template in which nothing but the language differs, written once a language.

    It is written without the page's variables: nothing of anybody's can stay behind in it.
    """

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self._kept: dict[tuple[str | None, str], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """The same as the part by itself."""
        said_with = get_language(), settings.ROOT_URLCONF
        if said_with not in self._kept:
            nothing = Context()
            nothing.template = context.template
            self._kept[said_with] = self.nodelist.render(nothing)
        return self._kept[said_with]


@register.tag
def unchanging(parser: Parser, token: Token) -> Unchanging:  # noqa: ARG001 (Django hands it to every tag)
    """`{% unchanging %}…{% endunchanging %}`: links, words and addresses that are the same on every page."""
    nodelist = parser.parse(("endunchanging",))
    parser.delete_first_token()
    return Unchanging(nodelist)


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
        f'<td role="cell" data-label="{name}"{_NUMBER if cell.number else ""}>{_link(cell.text, cell.url)}</td>'
        for name, cell in zip(names, row.cells, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{_link(row.head.text, row.head.url)}</th>{cells}</tr>'


@register.filter
def options(groups: Groups) -> SafeString:
    """The choices of a `select`, from `widget.optgroups`; in Python for the same reason."""
    return SafeString("\n".join(_group(name, "\n".join(map(_option, choices))) for name, choices, _at in groups))


def _group(name: str | None, choices: str) -> str:
    return f'<optgroup label="{conditional_escape(name)}">\n{choices}\n</optgroup>' if name else choices


def _option(option: Mapping[str, Any]) -> str:
    value, label = conditional_escape(str(option["value"])), conditional_escape(option["label"])
    return f'<option value="{value}"{written(option["attrs"])}>{label}</option>'


@register.filter
def buttons(groups: Groups) -> SafeString:
    """The choices of radio buttons or checkboxes, each with its label; in Python for the same reason."""
    return SafeString("\n".join(_button(choice) for _name, choices, _at in groups for choice in choices))


def _button(choice: Mapping[str, Any]) -> str:
    kind = "radio" if choice["type"] == "radio" else "checkbox"
    name, value = conditional_escape(choice["name"]), conditional_escape(str(choice["value"]))
    field = f'<input type="{kind}" name="{name}" class="form-{kind}" value="{value}"{written(choice["attrs"])}>'
    target, words = conditional_escape(choice["attrs"].get("id", "")), conditional_escape(choice["label"])
    return f'<div class="form-group-{kind}">{field}<label for="{target}">{words}</label></div>'


def _link(text: str, url: str) -> str:
    words = conditional_escape(text)
    return f'<a href="{conditional_escape(url)}">{words}</a>' if url else words


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
