"""The drawings: where points stand, what a gap is, and that no number is only in the picture."""

import re

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from bordenden.web.design.charts import (
    COLOURS,
    DASHES,
    HEIGHT,
    MARKS,
    MOST_LABELS,
    WIDTH,
    Bar,
    BarChart,
    LineChart,
    Series,
    draw_bars,
    draw_lines,
)
from bordenden.web.design.parts import Anchor

HALF_YEAR = ("marts", "april", "maj", "juni", "juli", "august")


def chart(*values: float | None, high: float = 10, anchors: tuple[Anchor, ...] = ()) -> LineChart:
    labels = tuple(f"uge {n}" for n in range(1, len(values) + 1))
    return LineChart("c", "Dine svar", "Fra 3 til 7.", labels, (Series("Troen", values),), high=high, anchors=anchors)


def html_of(tag: str, drawn: LineChart | BarChart) -> str:
    return Template("{% load design %}{% " + tag + " chart %}").render(Context({"chart": drawn}))


def test_a_week_without_an_answer_breaks_the_line_and_is_never_zero() -> None:
    (line,) = draw_lines(chart(3, 4, None, 5, 6)).lines
    assert line.stretches == ("38,144.2 108,125.6", "248,107 318,88.4")
    assert len(line.marks) == 4


def test_one_lonely_answer_is_a_mark_without_a_line() -> None:
    (line,) = draw_lines(chart(None, 5, None)).lines
    assert line.stretches == ()
    assert [(mark.x, mark.y) for mark in line.marks] == [("178", "107")]


def test_the_ends_of_the_scale_are_the_ends_of_the_axis() -> None:
    picture = draw_lines(chart(0, 10))
    assert [(tick.at, tick.text) for tick in picture.rows] == [("200", "0"), ("107", "5"), ("14", "10")]
    assert picture.lines[0].stretches == ("38,200 318,14",)


def test_lines_differ_by_mark_and_dash_before_colour() -> None:
    assert len(set(DASHES)) == len(set(MARKS)) == len(set(COLOURS)) == 4
    labels = ("marts", "april")
    picture = draw_lines(LineChart("c", "", "", labels, tuple(Series(name, (1, 2)) for name in "abcd")))
    assert [line.sample.shape for line in picture.lines] == list(MARKS)
    assert [line.dash for line in picture.lines] == list(DASHES)


@pytest.mark.parametrize(
    ("labels", "shown"),
    [(HALF_YEAR, ["april", "juni", "august"]), (HALF_YEAR[:4], list(HALF_YEAR[:4])), (("marts",), ["marts"])],
)
def test_the_newest_date_is_always_named(labels: tuple[str, ...], shown: list[str]) -> None:
    drawn = LineChart("c", "", "", labels, (Series("a", tuple(1 for _ in labels)),))
    assert [tick.text for tick in draw_lines(drawn).columns] == shown


@given(st.lists(st.none() | st.floats(0, 10), min_size=1, max_size=60))
def test_everything_stays_inside_the_drawing_and_every_answer_is_in_the_table(values: list[float | None]) -> None:
    picture = draw_lines(chart(*values))
    marks = picture.lines[0].marks
    assert [mark for mark in marks if not (0 <= float(mark.x) <= WIDTH and 0 <= float(mark.y) <= HEIGHT)] == []
    assert len(marks) == sum(value is not None for value in values)
    assert len(picture.table.rows) == len(values)
    assert len(picture.columns) <= MOST_LABELS
    assert picture.columns[-1].text == picture.chart.labels[-1]


@pytest.mark.parametrize(("high", "why"), [(0, "low is below high"), (5, "between low and high")])
def test_a_chart_refuses_values_outside_its_axis(high: float, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        chart(7, high=high)


def test_a_chart_refuses_lines_it_cannot_draw() -> None:
    with pytest.raises(ValueError, match="for each label"):
        LineChart("c", "", "", ("marts",), (Series("a", (1, 2)),))
    with pytest.raises(ValueError, match="told apart"):
        LineChart("c", "", "", ("marts",), tuple(Series(name, (1,)) for name in "abcde"))


def test_the_drawing_has_a_name_a_description_and_the_numbers_beside_it() -> None:
    html = html_of("line_chart", chart(3, None, 4.5, anchors=(Anchor(0, "slet ikke"),)))
    assert 'role="img" aria-labelledby="c-title c-desc"' in html
    assert '<title id="c-title">Dine svar</title>' in html
    assert '<desc id="c-desc">Fra 3 til 7.</desc>' in html
    assert re.findall(r'<td role="cell"[^>]*>([^<]*)</td>', html) == ["3", "Intet svar", "4,5"]
    assert "style=" not in html


EXITS = BarChart(
    key="exits",
    title="Videre til",
    description="Opdigtede tal.",
    bars=(Bar("Job", 12), Bar("Uddannelse", 6), Bar("Sygdom", None), Bar("Andet", 0)),
    label_heading="Til",
    count_heading="Antal",
    withheld="ikke vist",
)


def test_bars_are_as_long_as_their_counts_and_a_withheld_one_has_no_length() -> None:
    assert [(bar.words, bar.length) for bar in draw_bars(EXITS).bars] == [
        ("12", "100"),
        ("6", "50"),
        ("ikke vist", ""),
        ("0", "0"),
    ]


def test_a_withheld_count_is_drawn_apart_from_a_zero() -> None:
    html = html_of("bar_chart", EXITS)
    assert re.findall(r'<td role="cell" class="(bar-\w+)">([^<]+)</td>', html) == [
        ("bar-count", "12"),
        ("bar-count", "6"),
        ("bar-withheld", "ikke vist"),
        ("bar-count", "0"),
    ]


def test_a_withheld_count_needs_words() -> None:
    with pytest.raises(ValueError, match="needs words"):
        BarChart("k", "", "", (Bar("Job", None),), "", "")


def test_bars_that_are_all_zero_have_no_length() -> None:
    none = BarChart("k", "", "", (Bar("Job", 0), Bar("Andet", 0)), "Til", "Antal")
    assert [bar.length for bar in draw_bars(none).bars] == ["0", "0"]
