"""Where a round stands, and Amina's curves: the same whatever order she answered in."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.assessments.actions import answer, finish, import_instrument, start
from bordenden.assessments.models import Item, Sheet
from bordenden.assessments.queries import ROUNDS_SHOWN, Development, current_version, curves, hers, open_sheet
from bordenden.assessments.words import AnswerKind
from tests.assessments.files import SHIPPED, SMALL
from tests.cast import MONDAY, Cast

RATED, SKIPPED, DECLINED = AnswerKind.RATED, AnswerKind.SKIPPED, AnswerKind.DECLINED
SAID = st.integers(0, 10) | st.sampled_from([SKIPPED, DECLINED, None])


@pytest.fixture
def items(cast: Cast) -> list[Item]:
    """The five questions."""
    version = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY).version
    return list(version.items.order_by("position"))


def say(cast: Cast, sheet: Sheet, item: Item, said: int | AnswerKind) -> None:
    """Amina says a number, skips or declines."""
    kind, value = (said, None) if isinstance(said, AnswerKind) else (RATED, said)
    answer(sheet=sheet, item=item, kind=kind, value=value, by=cast.amina, at=MONDAY)


def whole_round(cast: Cast, answers: list[tuple[Item, int | AnswerKind]], days: int = 0) -> None:
    """A round of Amina's, finished so many days after the Monday."""
    at = MONDAY + timedelta(days=days)
    sheet = start(table=cast.aminas_table, by=cast.amina, at=at)
    for item, said in answers:
        say(cast, sheet, item, said)
    finish(sheet=sheet, by=cast.amina, at=at)


def test_a_round_knows_what_is_next_in_whatever_order_she_answers(cast: Cast, items: list[Item]) -> None:
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    say(cast, sheet, items[3], 4)
    say(cast, sheet, items[0], SKIPPED)
    stand = hers(sheet=sheet)
    assert (stand.total, stand.answered) == (5, 2)
    assert [question.item.code for question in stand.questions] == [item.code for item in items]
    assert [question.answer and question.answer.kind for question in stand.questions] == [
        SKIPPED, None, None, RATED, None,
    ]  # fmt: skip
    assert stand.next is not None
    assert (stand.next.number, stand.next.item) == (2, items[1])
    assert stand.numbered(4) == stand.questions[3]
    assert (stand.numbered(0), stand.numbered(6)) == (None, None)
    for item in items:
        say(cast, sheet, item, 5)
    assert hers(sheet=sheet).next is None


def test_the_newest_published_version_is_the_current_one_and_a_draft_is_not(cast: Cast) -> None:
    assert current_version() is None
    first = import_instrument(content=SMALL.encode(), by=cast.stine, at=MONDAY).version
    first.instrument.versions.create(number=2, digest="0" * 64)
    assert current_version() == first
    assert current_version(code="another") is None


def test_the_open_round_is_found_at_its_own_table_only(cast: Cast, items: list[Item]) -> None:
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    assert open_sheet(table=cast.aminas_table) == sheet
    assert open_sheet(table=cast.karims_table) is None


def test_aminas_curves_show_rises_a_fall_and_what_she_did_not_answer(story: Cast) -> None:
    drawn = curves(table=story.aminas_table)
    assert drawn.days == (date(2025, 9, 3), date(2025, 12, 1), date(2026, 2, 16))
    assert {
        curve.topic: ([point.value for point in curve.trajectory.points], curve.trajectory.unanswered)
        for curve in drawn.curves
    } == {
        "Troen på et job": ([2, 4, 5], 0),
        "Helbred": ([3, 3, 6], 0),
        "Kræfter og koncentration": ([2, 4], 1),
        "Venner og netværk": ([6, 7, 5], 0),
        "Selvtillid": ([4, 5], 1),
    }
    assert [curve.latest for curve in drawn.curves] == [RATED] * 5


def test_karims_answers_are_in_no_curve_of_aminas(story: Cast) -> None:
    assert [point.value for curve in curves(table=story.karims_table).curves for point in curve.trajectory.points] == [
        6, 5, 5, 2, 4,
    ]  # fmt: skip
    assert curves(table=story.holms_table) == Development((), ())


def test_an_unfinished_round_is_in_no_curve(story: Cast) -> None:
    before = curves(table=story.aminas_table)
    sheet = start(table=story.aminas_table, by=story.amina, at=MONDAY)
    say(story, sheet, sheet.version.items.order_by("position")[0], 10)
    assert curves(table=story.aminas_table) == before


def test_a_question_left_alone_in_the_newest_round_says_so(cast: Cast, items: list[Item]) -> None:
    whole_round(cast, [(items[0], 4), (items[1], 4), (items[2], 4)])
    whole_round(cast, [(items[0], DECLINED), (items[1], 5)], days=30)
    assert [(curve.code, curve.latest) for curve in curves(table=cast.aminas_table).curves] == [
        ("tro-paa-arbejde", DECLINED),
        ("helbred", RATED),
        ("kraefter", None),
    ]


def test_two_rounds_on_one_day_are_one_point_the_later_one(cast: Cast, items: list[Item]) -> None:
    whole_round(cast, [(items[0], 8), (items[1], 8)])
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY + timedelta(hours=1))
    say(cast, sheet, items[0], 3)
    say(cast, sheet, items[1], SKIPPED)
    finish(sheet=sheet, by=cast.amina, at=MONDAY + timedelta(hours=1))
    drawn = curves(table=cast.aminas_table)
    assert drawn.days == (date(2026, 3, 2),)
    assert [[point.value for point in curve.trajectory.points] for curve in drawn.curves] == [[3], [8]]


def test_a_question_keeps_its_curve_over_versions_by_its_code(cast: Cast, items: list[Item]) -> None:
    whole_round(cast, [(items[1], 3), (items[2], 3)])
    newer = import_instrument(
        content=SMALL.replace("version = 1", "version = 2").encode(), by=cast.stine, at=MONDAY
    ).version
    whole_round(cast, [(item, 6) for item in newer.items.order_by("position")], days=30)
    drawn = {curve.code: curve for curve in curves(table=cast.aminas_table).curves}
    assert [point.value for point in drawn["helbred"].trajectory.points] == [3, 6]
    assert drawn["helbred"].high == "Godt"
    assert [point.value for point in drawn["kraefter"].trajectory.points] == [3]
    assert drawn["kraefter"].latest is None
    assert [point.value for point in drawn["venner"].trajectory.points] == [6]


@given(answers=st.lists(SAID, min_size=5, max_size=5), seed=st.integers(0, 1000))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_answers_in_any_order_give_the_same_curves(
    cast: Cast, answers: list[int | AnswerKind | None], seed: int
) -> None:
    version = import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY).version
    said = [
        (item, value)
        for item, value in zip(version.items.order_by("position"), answers, strict=True)
        if value is not None
    ]
    turned = Random(seed).sample(said, len(said))
    drawn = []
    for order in (said, turned):
        with transaction.atomic():
            if order:
                whole_round(cast, order)
            drawn.append(curves(table=cast.aminas_table))
            transaction.set_rollback(True)
    assert drawn[0] == drawn[1]
    assert [[point.value for point in curve.trajectory.points] for curve in drawn[0].curves] == [
        [] if isinstance(value, AnswerKind) else [value] for _item, value in said
    ]


def test_curves_cost_two_queries_with_one_round_and_with_twelve(cast: Cast, items: list[Item]) -> None:
    whole_round(cast, [(item, 5) for item in items])
    with CaptureQueriesContext(
        connection,
    ) as one:
        curves(table=cast.aminas_table)
    for month in range(1, 12):
        whole_round(cast, [(item, month % 11) for item in items], days=30 * month)
    with CaptureQueriesContext(connection) as twelve:
        assert len(curves(table=cast.aminas_table).days) == 12
    assert (len(one), len(twelve)) == (2, 2)


def test_the_newest_twenty_rounds_are_drawn_and_older_ones_are_known_to_be_kept(
    cast: Cast, items: list[Item]
) -> None:
    for number in range(ROUNDS_SHOWN):
        whole_round(cast, [(items[0], number % 11)], days=number)
    seen = curves(table=cast.aminas_table)
    assert (len(seen.days), seen.older) == (20, False)
    whole_round(cast, [(items[0], 10)], days=ROUNDS_SHOWN)
    seen = curves(table=cast.aminas_table)
    assert (len(seen.days), seen.older) == (20, True)
    drawn = [point.value for point in seen.curves[0].trajectory.points]
    assert drawn == [number % 11 for number in range(1, ROUNDS_SHOWN)] + [10]
