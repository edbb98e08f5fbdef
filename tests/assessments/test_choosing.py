"""What fills most comes first, and of what she answered she chooses what she will work on."""

import pytest

from bordenden.assessments.actions import answer, choose, finish, next_step, pick, put_first, start
from bordenden.assessments.models import Answer, InstrumentVersion, Item, Pick, Sheet, Withdrawal, WorkOn
from bordenden.assessments.queries import hers, score_of, work_on
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Enrolment
from tests.assessments.twenty import named, publish, publish_wellbeing
from tests.cast import MONDAY, Cast

RATED = AnswerKind.RATED


@pytest.fixture
def version(cast: Cast) -> InstrumentVersion:
    return publish(at=MONDAY)


@pytest.fixture
def sheet(cast: Cast, version: InstrumentVersion) -> Sheet:
    """Amina's round, begun."""
    return start(table=cast.aminas_table, by=cast.amina, at=MONDAY)


def rate(cast: Cast, sheet: Sheet, value: int, *codes: str) -> list[Item]:
    items = [named(sheet.version, code) for code in codes]
    for item in items:
        answer(sheet=sheet, item=item, kind=RATED, value=value, by=cast.amina, at=MONDAY)
    return items


def order(sheet: Sheet) -> list[str]:
    return [question.item.code for question in hers(sheet=sheet).questions]


@pytest.mark.requirement("R13")
@pytest.mark.parametrize("track", ["job", "udd"])
def test_the_edition_follows_the_track(cast: Cast, version: InstrumentVersion, track: str) -> None:
    Enrolment.objects.filter(table=cast.aminas_table).update(track=track)
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    asked = [question.item.edition for question in hers(sheet=sheet).questions]
    assert (sheet.edition, asked) == (track, [track, "", "", "", "", "", "", ""])
    other = named(version, "arbejde", "udd" if track == "job" else "job")
    with pytest.raises(NotPossible, match="hører ikke til"):
        answer(sheet=sheet, item=other, kind=RATED, value=3, by=cast.amina, at=MONDAY)


def test_what_she_picked_comes_first_in_her_order(cast: Cast, sheet: Sheet) -> None:
    picked = [named(sheet.version, code) for code in ("venner", "soevn")]
    pick(sheet=sheet, items=picked, by=cast.amina, at=MONDAY)
    assert order(sheet) == ["venner", "soevn", "arbejde", "kraefter", "oekonomi", "bolig", "indflydelse", "tillid"]


def test_picking_again_moves_no_answer(cast: Cast, sheet: Sheet) -> None:
    (friends,) = rate(cast, sheet, 4, "venner")
    pick(sheet=sheet, items=[friends], by=cast.amina, at=MONDAY)
    pick(sheet=sheet, items=[named(sheet.version, "bolig")], by=cast.amina, at=MONDAY)
    assert order(sheet)[0] == "bolig"
    assert [(row.item, row.value) for row in Answer.objects.filter(sheet=sheet)] == [(friends, 4)]
    pick(sheet=sheet, items=[], by=cast.amina, at=MONDAY)
    assert (order(sheet)[0], Pick.objects.count()) == ("arbejde", 0)
    assert Entry.objects.filter(act="sheet.pick").count() == 3


def test_a_card_of_another_version_is_no_card_here(cast: Cast, sheet: Sheet) -> None:
    other = publish(at=MONDAY, number=2)
    with pytest.raises(NotPossible, match="hører ikke til"):
        pick(sheet=sheet, items=[named(other, "venner")], by=cast.amina, at=MONDAY)


def test_a_withdrawn_question_is_asked_no_more_and_its_answer_stays(cast: Cast, sheet: Sheet) -> None:
    (friends,) = rate(cast, sheet, 4, "venner")
    sleep = named(sheet.version, "soevn")
    for item in (friends, sleep):
        Withdrawal.objects.create(item=item, at=MONDAY, by=cast.stine, why="Misforstås.")
    assert order(sheet) == ["arbejde", "kraefter", "venner", "oekonomi", "bolig", "indflydelse", "tillid"]
    with pytest.raises(NotPossible, match="Det spørgsmål stiller vi ikke mere"):
        answer(sheet=sheet, item=sleep, kind=RATED, value=3, by=cast.amina, at=MONDAY)
    assert [(row.item, row.value) for row in Answer.objects.filter(sheet=sheet)] == [(friends, 4)]


def test_a_version_published_meanwhile_leaves_her_round_alone(cast: Cast, sheet: Sheet) -> None:
    publish(at=MONDAY, number=2)
    assert start(table=cast.aminas_table, by=cast.amina, at=MONDAY) == sheet
    assert {question.item.version_id for question in hers(sheet=sheet).questions} == {sheet.version_id}
    rate(cast, sheet, 5, "soevn")
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    assert start(table=cast.aminas_table, by=cast.amina, at=MONDAY).version.number == 2


def test_she_chooses_two_and_puts_the_second_first(cast: Cast, sheet: Sheet) -> None:
    sleep, friends = rate(cast, sheet, 3, "soevn", "venner")
    rows = choose(sheet=sheet, items=[sleep, friends], by=cast.amina, at=MONDAY)
    put_first(choice=rows[1], by=cast.amina, at=MONDAY)
    assert [(row.item, row.place) for row in work_on(sheet=sheet)] == [(friends, 1), (sleep, 2)]


def test_choosing_anew_keeps_the_words_of_what_stays(cast: Cast, sheet: Sheet) -> None:
    sleep, friends, housing = rate(cast, sheet, 3, "soevn", "venner", "bolig")
    kept, _gone = choose(sheet=sheet, items=[sleep, friends], by=cast.amina, at=MONDAY)
    next_step(choice=kept, words=" I seng kl. 22. ", wish=6, by=cast.amina, at=MONDAY)
    choose(sheet=sheet, items=[sleep, housing], by=cast.amina, at=MONDAY)
    assert [(row.item, row.step_words, row.wish) for row in work_on(sheet=sheet)] == [
        (sleep, "I seng kl. 22.", 6),
        (housing, "", None),
    ]


def test_four_are_too_many_and_what_has_no_number_is_not_chosen(cast: Cast, sheet: Sheet) -> None:
    items = rate(cast, sheet, 3, "soevn", "venner", "bolig", "oekonomi")
    with pytest.raises(NotPossible, match="Vælg højst 3 ting"):
        choose(sheet=sheet, items=items, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="det, du har givet et tal"):
        choose(sheet=sheet, items=[named(sheet.version, "kraefter")], by=cast.amina, at=MONDAY)
    assert WorkOn.objects.count() == 0


def test_a_shielded_question_is_never_something_to_work_on(cast: Cast, sheet: Sheet) -> None:
    with pytest.raises(NotPossible):
        choose(sheet=sheet, items=rate(cast, sheet, 3, "tillid"), by=cast.amina, at=MONDAY)
    assert WorkOn.objects.count() == 0


@pytest.mark.parametrize("wish", [-1, 11, True])
def test_a_wish_is_on_the_scale(cast: Cast, sheet: Sheet, wish: int) -> None:
    (choice,) = choose(sheet=sheet, items=rate(cast, sheet, 3, "soevn"), by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Vælg et tal fra 0 til 10"):
        next_step(choice=choice, words="", wish=wish, by=cast.amina, at=MONDAY)


def test_min_trivsel_is_a_round_of_its_own(cast: Cast, sheet: Sheet) -> None:
    publish_wellbeing(at=MONDAY)
    mine = start(table=cast.aminas_table, by=cast.amina, at=MONDAY, purpose=Purpose.WELLBEING)
    assert (mine == sheet, mine.purpose, len(hers(sheet=mine).questions)) == (False, "wellbeing", 5)
    assert start(table=cast.aminas_table, by=cast.amina, at=MONDAY) == sheet


def test_min_trivsel_is_a_number_only_when_all_five_are_rated(cast: Cast) -> None:
    version = publish_wellbeing(at=MONDAY)
    mine = start(table=cast.aminas_table, by=cast.amina, at=MONDAY, purpose=Purpose.WELLBEING)
    items = list(version.items.order_by("position"))
    for item, value in zip(items, (3, 7, 10, 0), strict=False):
        answer(sheet=mine, item=item, kind=RATED, value=value, by=cast.amina, at=MONDAY)
    answer(sheet=mine, item=items[4], kind=AnswerKind.SKIPPED, by=cast.amina, at=MONDAY)
    assert score_of(sheet=mine) is None
    answer(sheet=mine, item=items[4], kind=RATED, value=6, by=cast.amina, at=MONDAY)
    assert score_of(sheet=mine) == 52


def test_the_other_instrument_has_no_such_number(cast: Cast, sheet: Sheet) -> None:
    rate(cast, sheet, 5, "soevn", "venner", "bolig", "oekonomi", "kraefter")
    assert score_of(sheet=sheet) is None
