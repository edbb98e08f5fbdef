"""What is said of a curve, to her and about her, in numbers and in words; and what the pictures get."""

from datetime import date
from fractions import Fraction

import pytest

from bordenden.assessments.queries import (
    AreaChange,
    Curve,
    Development,
    SharedCurve,
    SharedDevelopment,
    Topic,
    Wellbeing,
)
from bordenden.assessments.words import AnswerKind, Area
from bordenden.web.parts.development import DevelopmentPart, fallen, hers_part, shared_part, wellbeing_fell
from bordenden.web.parts.development_areas import area_said
from bordenden.web.parts.development_said import in_words
from progression.trajectories import trajectory

DAYS = (date(2025, 9, 3), date(2025, 12, 1), date(2026, 2, 16))
RATED, SKIPPED, DECLINED = AnswerKind.RATED, AnswerKind.SKIPPED, AnswerKind.DECLINED


def topic(name: str = "Helbred", area: Area = Area.HEALTH) -> Topic:
    """A topic with short words at its scale."""
    return Topic(name.lower(), area, name, "Slet", "Midt", "Godt")


def curve(values: list[int | None], latest: AnswerKind | None, about: Topic | None = None) -> Curve:
    """Her answers on the last days of DAYS."""
    return Curve(about or topic(), trajectory(DAYS[-len(values) :], values), latest)


def hers(*curves: Curve, words: bool = False) -> DevelopmentPart:
    """Her own part."""
    return hers_part(Development(DAYS, curves), words=words)


@pytest.mark.parametrize(
    ("values", "latest", "said", "in_the_words_of_the_scale"),
    [
        ([4], RATED, "Du siger 4 om helbred.", "Om helbred siger du: næsten »Midt«."),
        ([3, 6], RATED, "Sidst sagde du 3 om helbred. Nu siger du 6.", "Om helbred sagde du sidst: næsten »Midt«. Nu siger du: lidt bedre end »Midt«."),
        ([6, 3], RATED, "Sidst sagde du 6 om helbred. Nu siger du 3.", "Om helbred sagde du sidst: lidt bedre end »Midt«. Nu siger du: næsten »Midt«."),
        ([3, 3], RATED, "Du siger 3 om helbred. Det sagde du også sidst.", "Om helbred siger du: næsten »Midt«. Det ligner det, du sagde sidst."),
        ([3, 4], RATED, "Sidst sagde du 3 om helbred. Nu siger du 4.", "Om helbred siger du: næsten »Midt«. Det ligner det, du sagde sidst."),
        ([2, None, 5], RATED, "Sidst sagde du 2 om helbred. Nu siger du 5.", "Om helbred sagde du sidst: lidt bedre end »Slet«. Nu siger du: »Midt«."),
        ([0, 10], RATED, "Sidst sagde du 0 om helbred. Nu siger du 10.", "Om helbred sagde du sidst: »Slet«. Nu siger du: »Godt«."),
    ],
)  # fmt: skip
def test_what_she_reads(
    values: list[int | None], latest: AnswerKind | None, said: str, in_the_words_of_the_scale: str
) -> None:
    assert hers(curve(values, latest)).moved == (said,)
    assert hers(curve(values, latest), words=True).moved == (in_the_words_of_the_scale,)


@pytest.mark.parametrize("latest", [SKIPPED, DECLINED, None])
def test_what_she_left_is_named_and_not_asked_about(latest: AnswerKind | None) -> None:
    part = hers(curve([4, None], latest))
    assert (part.moved, part.rest, part.unsaid, part.fell) == ((), (), ("Helbred",), ())


def test_the_words_of_the_scale_rise_with_the_numbers_and_say_nothing_of_their_own() -> None:
    assert [in_words(topic(), value) for value in range(11)] == [
        "»Slet«",
        *["lidt bedre end »Slet«"] * 2,
        *["næsten »Midt«"] * 2,
        "»Midt«",
        *["lidt bedre end »Midt«"] * 2,
        *["næsten »Godt«"] * 2,
        "»Godt«",
    ]


@pytest.mark.parametrize(
    ("values", "now", "said"),
    [
        ([4], True, "Amina siger 4 om helbred."),
        ([3, 6], True, "Sidst sagde Amina 3 om helbred. Nu siger Amina 6."),
        ([6, 3], True, "Sidst sagde Amina 6 om helbred. Nu siger Amina 3."),
        ([3, 3], True, "Amina siger 3 om helbred, ligesom sidst."),
        ([4], False, "Sidst sagde Amina 4 om helbred. Denne gang er der ikke noget svar."),
    ],
)
def test_what_is_read_about_her(values: list[int | None], now: bool, said: str) -> None:
    shared = SharedDevelopment(DAYS, (SharedCurve(topic(), curve(values, RATED).trajectory, now),))
    part = shared_part(shared, name="Amina")
    assert (part.moved, part.unsaid, part.fell) == ((said,), (), ())


def test_the_largest_moves_come_first_three_in_sight_and_the_rest_folded() -> None:
    moves = {"Bolig": [5, 6], "Søvn": [3, 6], "Penge": [9, 5], "Venner": [4, 4], "Krop": [2, 5], "Ro": [8]}
    part = hers(*(curve(list(values), RATED, topic(name)) for name, values in moves.items()))
    assert part.moved == (
        "Sidst sagde du 9 om penge. Nu siger du 5.",
        "Sidst sagde du 3 om søvn. Nu siger du 6.",
        "Sidst sagde du 2 om krop. Nu siger du 5.",
    )
    assert part.rest == (
        "Sidst sagde du 5 om bolig. Nu siger du 6.",
        "Du siger 4 om venner. Det sagde du også sidst.",
        "Du siger 8 om ro.",
    )
    assert [one.name for one in part.fell] == ["Penge"]


def test_of_two_equal_moves_the_rise_comes_first() -> None:
    part = hers(curve([5, 3], RATED, topic("Penge")), curve([5, 7], RATED, topic("Søvn")))
    assert [words.split()[5] for words in part.moved] == ["søvn.", "penge."]


def test_a_number_she_did_not_give_this_time_has_not_fallen() -> None:
    assert fallen(Development(DAYS, (curve([6, 3, None], SKIPPED),))) == ()


def test_a_line_has_a_place_for_every_round_and_no_point_where_there_is_no_answer() -> None:
    [(area, [line])] = hers(curve([3, None, 6], RATED)).lines
    assert (area, line.labels) == ("Helbred", ("3. sept. 25", "1. dec. 25", "16. feb. 26"))
    assert (line.values, line.words) == ((3.0, None, 6.0), ("3", "Intet svar", "6"))
    assert (line.low, line.high) == ("0: Slet", "10: Godt")
    [(_area, [told])] = hers(curve([3, None, 6], RATED), words=True).lines
    assert (told.words, told.low) == (("næsten »Midt«", "Intet svar", "lidt bedre end »Midt«"), "Slet")


def test_the_fan_shows_the_newest_number_of_each_topic_by_part_of_life_and_says_when_it_is_older() -> None:
    part = hers(
        curve([3, 6], RATED),
        curve([4, None], SKIPPED, topic("Bolig", Area.EVERYDAY)),
        curve([None], DECLINED, topic("Penge", Area.EVERYDAY)),
    )
    assert part.shape is not None
    shown = [
        (group.title, ray.name, ray.value, ray.words, ray.when) for group in part.shape.groups for ray in group.rays
    ]
    assert shown == [
        ("Helbred", "Helbred", 6.0, "6", ""),
        ("Hverdag", "Bolig", 4.0, "4", "1. dec. 25"),
        ("Hverdag", "Penge", None, "Intet svar", ""),
    ]


def test_no_round_is_no_words_and_no_pictures() -> None:
    for part in (hers_part(Development((), ())), shared_part(SharedDevelopment((), ()), name="Amina")):
        assert part == DevelopmentPart(0)


@pytest.mark.parametrize(
    ("scores", "numbers", "words", "fell"),
    [
        ((50,), "Du siger 50 ud af 100.", "Første gang.", False),
        ((50, 62), "Sidst sagde du 50 ud af 100. Nu siger du 62.", "Højere end gangen før.", False),
        ((62, None, 50), "Sidst sagde du 62 ud af 100. Nu siger du 50.", "Lavere end gangen før.", True),
        ((50, 50), "Du siger 50 ud af 100.", "Som gangen før.", False),
        ((62, 50, None), "Denne gang er der ikke noget tal. Du svarede ikke på alle fem, og det er helt i orden.", "Denne gang er der ikke noget tal. Du svarede ikke på alle fem, og det er helt i orden.", False),
    ],
)  # fmt: skip
def test_wellbeing_is_a_number_and_never_a_name_for_it(
    scores: tuple[int | None, ...], numbers: str, words: str, fell: bool
) -> None:
    line = Wellbeing(DAYS[: len(scores)], scores)
    said = [hers_part(Development((), ()), line, words=mode).wellbeing for mode in (False, True)]
    assert [one.words for one in said if one] == [numbers, words]
    assert wellbeing_fell(line) is fell
    assert said[1] is not None
    assert not any(character.isdigit() for word in said[1].line.words for character in word)


def test_who_reads_of_another_is_never_told_that_it_was_herself_who_did_not_answer() -> None:
    line = Wellbeing(DAYS[:2], (62, None))
    guests = shared_part(SharedDevelopment((), ()), line, name="Amina").wellbeing
    assert guests is not None
    assert guests.words == "Denne gang er der ikke noget tal. Det er helt i orden."


def test_a_mean_is_rounded_and_never_cut_off() -> None:
    change = AreaChange(Area.HEALTH, DAYS[0], DAYS[1], Fraction(11, 3), Fraction(41, 6), None)
    assert area_said(change).words == "Helbred: 3,7 den 3. sept. 25, 6,8 den 1. dec. 25."
