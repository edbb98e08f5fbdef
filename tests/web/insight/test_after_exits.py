"""Efter forløbet: Lis reads how it went after 1, 3, 6 and 12 months by the reason, exact, and nobody else does."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.evaluation.afterwards import afterwards
from bordenden.pathways.words import ExitReason
from bordenden.worlds.cast.out import build_out
from tests.cast import MONDAY, Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.pages import text_of


def url(cast: Cast) -> str:
    return reverse("after_exits", args=[cast.project.pk])


@pytest.fixture(autouse=True)
def that_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def test_after_one_and_three_months_by_the_reason(cast: Cast) -> None:
    assert "Der er ikke gået en måned endnu" in text_of(client_of(cast.lis), url(cast))
    build_out(cast)
    html = client_of(cast.lis).get(url(cast)).content.decode()
    assert lines_of(html, "table") == {
        "Ordinært job": ("1", "0", "0", "0"),
        "Ikke oplyst endnu": ("0", "1", "0", "0"),
        "I alt": ("1", "1", "0", "0"),
    }
    assert "<summary>Ordinært job</summary>" in html
    assert "Samira" not in html


def test_a_day_that_has_not_come_is_not_counted(cast: Cast) -> None:
    build_out(cast)
    early = afterwards(project=cast.project, at=MONDAY - timedelta(days=60))
    assert (early.together.asked, [one.reason for one in early.reasons]) == (
        (1, 0, 0, 0),
        [ExitReason.ORDINARY_JOB],
    )
    assert afterwards(project=cast.neighbours, at=MONDAY).reasons == ()


def test_the_project_leaders_page_alone(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
