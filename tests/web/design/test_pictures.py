"""The small line and the fan: where everything stands, and what is never drawn."""

import re
from itertools import accumulate

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from bordenden.web.design.pictures import Fan, Ray, RayGroup, Spark, draw_fan, draw_spark

VALUES = st.lists(st.none() | st.integers(0, 10).map(float), min_size=1, max_size=20)


def line(*values: float | None) -> Spark:
    """A line with these answers."""
    labels = tuple(f"dag {number}" for number in range(len(values)))
    words = tuple("Intet svar" if value is None else f"{value:.0f}" for value in values)
    return Spark("Helbred", "Helbred over tid", labels, values, words, "Slet", "Godt")


def fan(*groups: tuple[float | None, ...]) -> Fan:
    """A fan of groups with these values."""
    rays = (tuple(Ray(f"Emne {value}", value, str(value)) for value in group) for group in groups)
    return Fan("Nu", "Sådan er det", "Emne", "Svar", tuple(RayGroup("Del", group) for group in rays))


def test_a_line_goes_up_with_the_numbers_and_breaks_where_there_is_none() -> None:
    drawn = draw_spark(line(0, 5, None, 10))
    assert drawn.line == "M5 55L68 30M195 5"
    assert drawn.dots == "m5 55h0m63-25h0m127-25h0"
    assert drawn.rows == "<tr><td>dag 0<td>0<tr><td>dag 1<td>5<tr><td>dag 2<td>Intet svar<tr><td>dag 3<td>10"


def test_one_answer_is_a_dot_in_the_middle() -> None:
    drawn = draw_spark(line(5))
    assert (drawn.line, drawn.dots) == ("M100 30", "m100 30h0")


@given(values=VALUES)
def test_every_answer_is_one_dot_inside_the_drawing_and_every_round_one_row(values: list[float | None]) -> None:
    drawn = draw_spark(line(*values))
    steps = [(float(x), float(y)) for x, y in re.findall(r"m(\d+) ?(-?[\d.]+)h0", drawn.dots)]
    points = list(accumulate(steps, lambda one, other: (one[0] + other[0], one[1] + other[1])))
    assert len(points) == sum(value is not None for value in values)
    assert all(5 <= x <= 195 and 4.94 <= y <= 55.06 for x, y in points)
    assert [x for x, _y in points] == sorted({x for x, _y in points})
    assert drawn.rows.count("<tr>") == len(values)


def test_no_answer_is_a_ring_and_nought_is_a_stub_that_can_be_seen() -> None:
    [drawn] = draw_fan(fan((0, None, 10))).groups
    rays = [[tuple(map(float, end.split())) for end in ray.split("L")] for ray in drawn.path.split("M")[1:]]
    lengths = [((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 for (x0, y0), (x1, y1) in rays]
    assert lengths == pytest.approx([3, 78], abs=0.2)
    assert drawn.rings.count("h0") == 1


@given(groups=st.lists(VALUES.map(tuple), min_size=1, max_size=7))
def test_the_rays_stay_inside_in_order_and_apart(groups: list[tuple[float | None, ...]]) -> None:
    picture = draw_fan(fan(*groups))
    points = re.findall(r"[ML]([\d.-]+) ([\d.-]+)", "".join(group.path for group in picture.groups))
    assert all(20 <= float(x) <= 320 and 20 <= float(y) <= 175 for x, y in points)
    assert [group.number for group in picture.groups] == list(range(1, len(groups) + 1))
    assert {group.colour for group in picture.groups} <= set(range(1, 7))
    assert 0 < float(picture.width) <= 13


def test_by_answer_each_answer_stands_once_with_its_days_the_highest_first_and_none_last() -> None:
    spark = Spark(
        title="Søvn",
        description="Søvn over tid",
        labels=("1. sept", "1. okt", "1. nov", "1. dec", "1. jan"),
        values=(1, 7, None, 2, 6),
        words=("lidt godt", "godt", "Intet svar", "lidt godt", "godt"),
        low="slet",
        high="helt",
        by_answer=True,
    )
    rows = draw_spark(spark).rows
    assert rows == ("<tr><td>godt<td>1. okt, 1. jan<tr><td>lidt godt<td>1. sept, 1. dec<tr><td>Intet svar<td>1. nov")


def test_what_people_wrote_is_escaped_in_the_tables() -> None:
    rude = "<script>x</script>"
    told = Spark(rude, rude, (rude,), (5.0,), (rude,), rude, rude)
    shape = Fan(rude, rude, rude, rude, (RayGroup(rude, (Ray(rude, 5.0, rude, rude),)),))
    for html in (
        render_to_string("design/spark.html", {"picture": draw_spark(told)}),
        render_to_string("design/fan.html", {"picture": draw_fan(shape)}),
    ):
        assert "<script" not in html
        assert "&lt;script&gt;" in html


@pytest.mark.parametrize("value", [-1.0, 10.5])
def test_a_value_off_the_scale_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="between 0 and the most"):
        line(value)
    with pytest.raises(ValueError, match="between 0 and the most"):
        fan((value,))


def test_every_label_has_its_words() -> None:
    with pytest.raises(ValueError, match="every label"):
        Spark("a", "b", ("c",), (), (), "d", "e")
