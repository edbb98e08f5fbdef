"""Her curves over every version there was, and what of them others at the table see."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bordenden.assessments.models import InstrumentVersion
from bordenden.assessments.queries import (
    ROUNDS_SHOWN,
    Development,
    SharedDevelopment,
    her_curves,
    her_wellbeing,
    shared_curves,
    shared_wellbeing,
)
from bordenden.assessments.words import AnswerKind, Area, Purpose, Sharing
from bordenden.programmes.words import Track
from tests.assessments.histories import Asked, a_round, published, twenty
from tests.cast import MONDAY, Cast

RATED, SKIPPED, DECLINED = AnswerKind.RATED, AnswerKind.SKIPPED, AnswerKind.DECLINED
SENT, KEPT, MEETING = Sharing.SENT, Sharing.KEPT, Sharing.MEETING
LATER = MONDAY + timedelta(days=5000)
THREE = [Asked("helbred"), Asked("venner"), Asked("tillid", shielded=True)]
NAMES = ("helbred", "venner", "soevn", "bolig", "tillid", "kraefter")


def day(number: int) -> timedelta:
    """So many days after the Monday."""
    return timedelta(days=number)


def numbers(development: Development | SharedDevelopment) -> dict[str, list[int]]:
    """The numbers of each curve, in order."""
    return {curve.topic.key: [point.value for point in curve.trajectory.points] for curve in development.curves}


@pytest.fixture
def three(cast: Cast) -> InstrumentVersion:
    """Three questions, the last one shielded."""
    return published(THREE, number=1, at=MONDAY)


def test_aminas_curves_show_rises_a_fall_and_what_she_did_not_answer(story: Cast) -> None:
    drawn = her_curves(table=story.aminas_table)
    assert drawn.days == (date(2025, 9, 3), date(2025, 12, 1), date(2026, 2, 16))
    shown = {curve.topic.name: curve for curve in drawn.curves}
    assert [point.value for point in shown["Helbred"].trajectory.points] == [3, 3, 6]
    assert her_curves(table=story.holms_table) == Development((), ())


def test_what_is_unfinished_or_somebody_elses_is_in_no_curve(cast: Cast, three: InstrumentVersion) -> None:
    a_round(cast.aminas_table, three, {"helbred": 4}, at=MONDAY)
    a_round(cast.karims_table, three, {"helbred": 9}, at=MONDAY)
    a_round(cast.aminas_table, three, {"helbred": 1}, at=MONDAY + day(1), finished_at=None)
    assert numbers(her_curves(table=cast.aminas_table)) == {"helbred": [4]}


def test_what_bo_typed_is_in_her_curve_when_she_has_said_that_it_is_right(
    cast: Cast, three: InstrumentVersion
) -> None:
    a_round(cast.aminas_table, three, {"helbred": 4}, at=MONDAY, sharing=SENT)
    penned = a_round(cast.aminas_table, three, {"helbred": 9}, at=MONDAY + day(1), sharing=SENT, pen=cast.bo)
    assert numbers(her_curves(table=cast.aminas_table)) == {"helbred": [4]}
    assert numbers(shared_curves(table=cast.aminas_table, caseworker=None, at=LATER)) == {"helbred": [4]}
    penned.confirmed_at = MONDAY + day(2)
    penned.save()
    assert numbers(her_curves(table=cast.aminas_table)) == {"helbred": [4, 9]}
    assert numbers(shared_curves(table=cast.aminas_table, caseworker=None, at=LATER)) == {"helbred": [4, 9]}


def test_a_question_left_alone_in_the_newest_round_says_so(cast: Cast, three: InstrumentVersion) -> None:
    a_round(cast.aminas_table, three, {"helbred": 4, "venner": 4, "tillid": 4}, at=MONDAY)
    newest = a_round(cast.aminas_table, three, {"helbred": DECLINED, "venner": 5}, at=MONDAY + day(30))
    drawn = her_curves(table=cast.aminas_table)
    assert [(curve.topic.key, curve.latest) for curve in drawn.curves] == [
        ("helbred", DECLINED),
        ("venner", RATED),
        ("tillid", None),
    ]
    assert drawn.newest == newest


def test_two_rounds_on_one_day_are_one_point_the_later_one(cast: Cast, three: InstrumentVersion) -> None:
    a_round(cast.aminas_table, three, {"helbred": 8, "venner": 8}, at=MONDAY)
    a_round(cast.aminas_table, three, {"helbred": 3, "venner": SKIPPED}, at=MONDAY + timedelta(hours=1))
    drawn = her_curves(table=cast.aminas_table)
    assert drawn.days == (date(2026, 3, 2),)
    assert numbers(drawn) == {"helbred": [3], "venner": [8]}


def test_a_renamed_question_goes_on_and_the_newest_words_stand_at_the_scale(
    cast: Cast, three: InstrumentVersion
) -> None:
    a_round(cast.aminas_table, three, {"helbred": 3, "venner": 7}, at=MONDAY)
    newer = [Asked("venner"), Asked("krop", identity="helbred", words="nye ord", area=Area.HEALTH)]
    second = published(newer, number=2, at=MONDAY)
    a_round(cast.aminas_table, second, {"krop": 6, "venner": 7}, at=MONDAY + day(30))
    drawn = her_curves(table=cast.aminas_table)
    assert numbers(drawn) == {"venner": [7, 7], "helbred": [3, 6]}
    topic = drawn.curves[1].topic
    assert (topic.name, topic.area, topic.low) == ("Krop", Area.HEALTH, "nye ord: det fylder alt")


def test_a_new_track_asks_in_other_words_on_the_same_curve(cast: Cast) -> None:
    work = [
        Asked("tro", words="et job", edition=Track.JOB),
        Asked("tro", words="en uddannelse", edition=Track.EDUCATION),
    ]
    version = published(work, number=1, at=MONDAY)
    a_round(cast.aminas_table, version, {"tro": 2}, at=MONDAY, edition=Track.EDUCATION)
    a_round(cast.aminas_table, version, {"tro": 5}, at=MONDAY + day(1), edition=Track.JOB)
    [curve] = her_curves(table=cast.aminas_table).curves
    assert ([point.value for point in curve.trajectory.points], curve.topic.low) == ([2, 5], "et job: det fylder alt")


def test_a_question_of_the_municipality_stands_last_and_is_no_other_question(
    cast: Cast, three: InstrumentVersion
) -> None:
    local = published(
        [Asked("helbred", area=Area.LOCAL, topic="Bus")],
        number=1,
        at=MONDAY,
        code="aalborg",
        municipality_id=cast.aminas_table.municipality_id,
    )
    a_round(cast.aminas_table, three, {"helbred": 3}, at=MONDAY, local_version=local)
    drawn = her_curves(table=cast.aminas_table)
    assert [(curve.topic.key, curve.topic.name) for curve in drawn.curves] == [
        ("helbred", "Helbred"),
        ("helbred-1", "Bus"),
    ]


@dataclass(frozen=True)
class History:
    """Versions as the names of their identities in order, renamed or not; rounds as (version, answers)."""

    versions: list[tuple[list[str], bool]]
    rounds: list[tuple[int, list[int | AnswerKind | None]]]


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Up to four versions that drop, add, rename and turn questions, and rounds on any of them."""
    some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True)
    versions = draw(st.lists(st.tuples(some, st.booleans()), min_size=1, max_size=4))
    said = st.lists(st.integers(0, 10) | st.sampled_from([SKIPPED, DECLINED, None]), min_size=6, max_size=6)
    rounds = draw(st.lists(st.tuples(st.integers(0, len(versions) - 1), said), min_size=1, max_size=7))
    return History(versions, rounds)


def lived(cast: Cast, history: History) -> dict[str, list[tuple[int | AnswerKind, str]]]:
    """Write the history down; what she said about each identity in order, with the words she was asked in."""
    versions = []
    for number, (names, renamed) in enumerate(history.versions, start=1):
        asked = [Asked(f"{name}-{number}" if renamed else name, identity=name, words=f"v{number}") for name in names]
        versions.append((asked, published(asked, number=number, at=MONDAY)))
    expected: dict[str, list[tuple[int | AnswerKind, str]]] = {}
    for place, (which, answers) in enumerate(history.rounds):
        asked, version = versions[which]
        said = {one.code: value for one, value in zip(asked, answers, strict=False) if value is not None}
        a_round(cast.aminas_table, version, said, at=MONDAY + day(place))
        for one in asked:
            if one.code in said:
                expected.setdefault(one.identity, []).append((said[one.code], one.words))
    return expected


@given(history=histories())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_history_of_versions_gives_one_curve_an_identity(cast: Cast, history: History) -> None:
    """Points in order, nothing lost or doubled, the newest words at the scale."""
    with transaction.atomic():
        expected = lived(cast, history)
        drawn = her_curves(table=cast.aminas_table)
        transaction.set_rollback(True)
    keys = [curve.topic.key for curve in drawn.curves]
    assert (len(keys), set(keys)) == (len(set(keys)), set(expected))
    for curve in drawn.curves:
        said = expected[curve.topic.key]
        assert [point.value for point in curve.trajectory.points] == [one for one, _ in said if isinstance(one, int)]
        assert curve.trajectory.unanswered == sum(not isinstance(one, int) for one, _ in said)
        assert curve.topic.low == f"{said[-1][1]}: det fylder alt"
        days = [point.at for point in curve.trajectory.points]
        assert days == sorted(set(days))


def test_twenty_questions_and_twenty_rounds_cost_the_queries_of_one(cast: Cast) -> None:
    version = published(twenty(), number=1, at=MONDAY)
    said = {f"emne-{number}": number % 11 for number in range(1, 21)}
    counted = []
    for many in (1, ROUNDS_SHOWN, ROUNDS_SHOWN + 1):
        while len(her_curves(table=cast.aminas_table).days) < min(many, ROUNDS_SHOWN):
            place = len(her_curves(table=cast.aminas_table).days)
            a_round(cast.aminas_table, version, said, at=MONDAY + day(place), sharing=SENT)
        if many > ROUNDS_SHOWN:
            a_round(cast.aminas_table, version, said, at=MONDAY + day(many), sharing=SENT)
        with CaptureQueriesContext(connection) as own:
            seen = her_curves(table=cast.aminas_table)
        with CaptureQueriesContext(connection) as others:
            shared = shared_curves(table=cast.aminas_table, caseworker=None, at=LATER)
        counted.append((len(own), len(others), len(seen.days), len(shared.days), seen.older, shared.older))
    assert counted == [(3, 3, 1, 1, False, False), (3, 3, 20, 20, False, False), (3, 3, 20, 20, True, True)]


def test_others_see_what_she_has_sent_and_nothing_she_kept_or_shows_only_when_they_meet(
    cast: Cast, three: InstrumentVersion
) -> None:
    for place, sharing in enumerate((SENT, KEPT, MEETING, SENT)):
        said = {"helbred": place, "venner": place, "tillid": place}
        a_round(cast.aminas_table, three, said, at=MONDAY + day(place), sharing=sharing)
    assert numbers(her_curves(table=cast.aminas_table))["helbred"] == [0, 1, 2, 3]
    shared = shared_curves(table=cast.aminas_table, caseworker=None, at=LATER)
    assert numbers(shared) == {"helbred": [0, 3], "venner": [0, 3]}
    assert shared.days == (date(2026, 3, 2), date(2026, 3, 5))


def test_what_birthe_was_sent_is_not_inherited_by_bo(cast: Cast, three: InstrumentVersion) -> None:
    """Mie, for whom the room is open, sees all that was sent; Bo sees what was sent to him."""
    for place, seat in enumerate((cast.birthes_seat, cast.bos_seat)):
        said = {"helbred": place}
        a_round(cast.aminas_table, three, said, at=MONDAY + day(place), sharing=SENT, shared_to=seat)
    seen = [
        numbers(shared_curves(table=cast.aminas_table, caseworker=seat, at=LATER)) for seat in (cast.bos_seat, None)
    ]
    assert seen == [{"helbred": [1]}, {"helbred": [0, 1]}]


def test_a_sharing_that_has_run_out_is_over(cast: Cast, three: InstrumentVersion) -> None:
    until = MONDAY + day(7)
    a_round(cast.aminas_table, three, {"helbred": 3}, at=MONDAY, sharing=SENT, shared_until=until)
    assert numbers(shared_curves(table=cast.aminas_table, caseworker=None, at=until - day(1))) == {"helbred": [3]}
    assert shared_curves(table=cast.aminas_table, caseworker=None, at=until) == SharedDevelopment((), ())


def test_skipped_declined_and_left_alone_are_the_same_to_others(cast: Cast, three: InstrumentVersion) -> None:
    seen = []
    for without in (SKIPPED, DECLINED, None):
        with transaction.atomic():
            a_round(cast.aminas_table, three, {"helbred": 3, "venner": 8}, at=MONDAY, sharing=SENT)
            said: dict[str, int | AnswerKind] = {"helbred": 4} | ({"venner": without} if without else {})
            a_round(cast.aminas_table, three, said, at=MONDAY + day(1), sharing=SENT)
            seen.append(shared_curves(table=cast.aminas_table, caseworker=None, at=LATER))
            transaction.set_rollback(True)
    assert seen[0] == seen[1] == seen[2]
    assert [(curve.topic.key, curve.now, curve.trajectory.unanswered) for curve in seen[0].curves] == [
        ("helbred", True, 0),
        ("venner", False, 0),
    ]


@given(
    said=st.lists(st.none() | st.integers(0, 10), min_size=20, max_size=20),
    other=st.tuples(st.none() | st.integers(0, 10), st.none() | st.integers(0, 10)),
)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_she_says_about_the_shielded_two_others_see_the_same(
    cast: Cast, said: list[int | None], other: tuple[int | None, int | None]
) -> None:
    """Not the number, not that there is one, and not a round of nothing else."""
    seen = []
    with transaction.atomic():
        version = published(twenty(), number=1, at=MONDAY)
        for last_two in (said[18:], list(other)):
            with transaction.atomic():
                values = dict(zip((f"emne-{number}" for number in range(1, 21)), said[:18] + last_two, strict=True))
                answers = {code: value for code, value in values.items() if value is not None}
                a_round(cast.aminas_table, version, answers, at=MONDAY, sharing=SENT)
                seen.append(shared_curves(table=cast.aminas_table, caseworker=None, at=LATER))
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    assert seen[0] == seen[1]
    assert {curve.topic.key for curve in seen[0].curves}.isdisjoint({"emne-19", "emne-20"})
    if not any(isinstance(value, int) for value in said[:18]):
        assert seen[0] == SharedDevelopment((), ())


def test_a_question_that_became_shielded_is_so_in_all_its_versions(cast: Cast) -> None:
    open_once = published([Asked("helbred"), Asked("tro-paa-bo", identity="tillid")], number=1, at=MONDAY)
    published([Asked("helbred"), Asked("tillid", shielded=True)], number=2, at=MONDAY)
    a_round(cast.aminas_table, open_once, {"helbred": 3, "tro-paa-bo": 9}, at=MONDAY, sharing=SENT)
    assert numbers(shared_curves(table=cast.aminas_table, caseworker=None, at=LATER)) == {"helbred": [3]}
    assert numbers(her_curves(table=cast.aminas_table)) == {"helbred": [3], "tillid": [9]}


@pytest.fixture
def five(cast: Cast) -> InstrumentVersion:
    """Five questions about how she has been."""
    asked = [Asked(f"trivsel-{number}", area=Area.WELLBEING) for number in range(1, 6)]
    return published(asked, number=1, at=MONDAY, purpose=Purpose.WELLBEING)


def test_wellbeing_is_one_number_of_a_hundred_and_none_when_something_is_left_out(
    cast: Cast, five: InstrumentVersion
) -> None:
    rounds: list[list[int | AnswerKind]] = [[0] * 5, [10] * 5, [3, 4, 5, 6, 7], [9, 9, 9, 9, SKIPPED], [9, 9, 9, 9]]
    for place, values in enumerate(rounds):
        said = {f"trivsel-{number}": value for number, value in enumerate(values, start=1)}
        a_round(cast.aminas_table, five, said, at=MONDAY + day(place))
    line = her_wellbeing(table=cast.aminas_table)
    assert line.scores == (0, 100, 50, None, None)
    assert (len(line.days), her_curves(table=cast.aminas_table).days) == (5, ())


def test_others_see_the_wellbeing_she_has_sent_and_no_empty_place(cast: Cast, five: InstrumentVersion) -> None:
    whole = {f"trivsel-{number}": 6 for number in range(1, 6)}
    a_round(cast.aminas_table, five, whole, at=MONDAY)
    assert shared_wellbeing(table=cast.aminas_table, caseworker=None, at=LATER).scores == ()
    a_round(cast.aminas_table, five, whole, at=MONDAY + day(1), sharing=SENT)
    a_round(cast.aminas_table, five, {"trivsel-1": 6}, at=MONDAY + day(2), sharing=SENT)
    line = shared_wellbeing(table=cast.aminas_table, caseworker=None, at=LATER)
    assert (line.days, line.scores) == ((date(2026, 3, 3),), (60,))
    with CaptureQueriesContext(connection) as own:
        her_wellbeing(table=cast.aminas_table)
    assert len(own) == 1
