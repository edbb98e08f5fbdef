"""What is said of a curve, to her and about her, in every case there is."""

from datetime import date

import pytest

from bordenden.assessments.queries import Curve, Development
from bordenden.assessments.words import AnswerKind
from bordenden.web.parts.development import development_part
from progression.trajectories import trajectory

DAYS = (date(2025, 9, 3), date(2025, 12, 1), date(2026, 2, 16))
RATED, SKIPPED, DECLINED = AnswerKind.RATED, AnswerKind.SKIPPED, AnswerKind.DECLINED


def said(values: list[int | None], latest: AnswerKind | None, name: str = "") -> str:
    """The words for one question with these answers."""
    days = DAYS[-len(values) :]
    curve = Curve("helbred", "Helbred", "Slet", "Midt", "Godt", trajectory(days, values), latest)
    [told] = development_part(Development(days, (curve,)), name=name).told
    return f"{told.words} {told.met}".strip()


@pytest.mark.parametrize(
    ("values", "latest", "to_her", "about_her"),
    [
        ([4], RATED, "Du siger 4 om helbred.", "Amina siger 4 om helbred."),
        ([3, 6], RATED, "Sidst sagde du 3 om helbred. Nu siger du 6.", "Sidst sagde Amina 3 om helbred. Nu siger Amina 6."),
        ([6, 3], RATED, "Sidst sagde du 6 om helbred. Nu siger du 3. Tak, fordi du siger det.", "Sidst sagde Amina 6 om helbred. Nu siger Amina 3."),
        ([3, 3], RATED, "Du siger 3 om helbred. Det sagde du også sidst.", "Amina siger 3 om helbred, ligesom sidst."),
        ([2, None, 5], RATED, "Sidst sagde du 2 om helbred. Nu siger du 5.", "Sidst sagde Amina 2 om helbred. Nu siger Amina 5."),
        ([0, 10], RATED, "Sidst sagde du 0 om helbred. Nu siger du 10.", "Sidst sagde Amina 0 om helbred. Nu siger Amina 10."),
        ([4, None], SKIPPED, "Sidst sagde du 4 om helbred. Denne gang svarede du ikke.", "Sidst sagde Amina 4 om helbred. Denne gang er der ikke noget svar."),
        ([4, None], DECLINED, "Sidst sagde du 4 om helbred. Denne gang svarede du ikke.", "Sidst sagde Amina 4 om helbred. Denne gang er der ikke noget svar."),
        ([4, None], None, "Sidst sagde du 4 om helbred. Denne gang svarede du ikke.", "Sidst sagde Amina 4 om helbred. Denne gang er der ikke noget svar."),
        ([None], DECLINED, "Du har ikke svaret om helbred.", "Amina har ikke svaret om helbred."),
    ],
)  # fmt: skip
def test_what_is_said(values: list[int | None], latest: AnswerKind | None, to_her: str, about_her: str) -> None:
    assert said(values, latest) == to_her
    assert said(values, latest, name="Amina") == about_her


def test_a_chart_has_a_place_for_every_round_and_no_point_where_there_is_no_answer() -> None:
    curve = Curve("helbred", "Helbred", "Slet", "Midt", "Godt", trajectory(DAYS, [3, None, 6]), RATED)
    [chart] = development_part(Development(DAYS, (curve,))).charts
    assert chart.labels == ("3. sept 25", "1. dec 25", "16. feb 26")
    assert [series.values for series in chart.series] == [(3.0, None, 6.0)]
    assert [(anchor.value, anchor.text) for anchor in chart.anchors] == [(0, "Slet"), (10, "Godt")]


def test_no_round_is_no_words_and_no_charts() -> None:
    part = development_part(Development((), ()))
    assert (part.rounds, part.told, part.charts, part.fell) == (0, (), (), False)
