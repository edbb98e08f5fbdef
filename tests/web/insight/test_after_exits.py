"""Efter forløbet: Lis reads how it went after 1, 3, 6 and 12 months, of five or more together."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.evaluation.afterwards import afterwards, may_be_shown
from bordenden.evaluation.words import WITHHELD_WORDS
from bordenden.followup import actions as followup
from bordenden.followup.words import Status, Teller
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Exit, Table
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


def left(cast: Cast, number: int, reason: ExitReason, *, declined: bool = False) -> None:
    """So many more have left like Samira, and what they told after a month."""
    samiras = Exit.objects.select_related("enrolment").get(enrolment__reference="F-42")
    for count in range(number):
        table = Table.objects.create(municipality=cast.fjordby, opened_at=MONDAY)
        course = samiras.enrolment
        course.pk, course.table, course.reference = new_id(), table, f"L-{reason}-{count}"
        course.save(force_insert=True)
        ended = Exit(table=table, municipality=cast.fjordby, enrolment=course, on=samiras.on, reason=reason)
        ended.decided_by = samiras.decided_by
        ended.save()
        first, *_later = followup.plan_after(ended=ended, by=cast.ole, at=MONDAY)
        told = Status.DECLINED if declined else Status.BENEFITS
        said = {"status": told, "said_by": Teller.CITIZEN, "by_herself": True, "noted_at": MONDAY}
        type(first).objects.filter(pk=first.pk).update(**said)


def test_one_persons_month_is_not_shown_and_five_together_are(cast: Cast) -> None:
    assert "Der er ikke gået en måned endnu" in text_of(client_of(cast.lis), url(cast))
    build_out(cast)
    html = client_of(cast.lis).get(url(cast)).content.decode()
    hidden = str(WITHHELD_WORDS)
    assert lines_of(html, "table") == {"I alt": (hidden, hidden, "0", "0")}
    assert "<summary>" not in html.split("Efter grund")[1]
    left(cast, 4, ExitReason.ORDINARY_JOB, declined=True)
    html = client_of(cast.lis).get(url(cast)).content.decode()
    assert lines_of(html, "table") == {
        "Ordinært job": ("1", "0", "0", "0"),
        "Ikke oplyst": ("4", "5", "0", "0"),
        "I alt": ("5", "5", "0", "0"),
    }
    assert "<summary>Ordinært job</summary>" in html
    assert "Har valgt ikke at svare" not in html
    assert "Samira" not in html


def test_whoever_left_alone_for_a_reason_is_not_to_be_found_by_subtracting(cast: Cast) -> None:
    build_out(cast)
    left(cast, 5, ExitReason.ORDINARY_JOB)
    left(cast, 1, ExitReason.IMPRISONMENT, declined=True)
    found = afterwards(project=cast.project, at=MONDAY)
    assert (found.together.asked, found.reasons) == ((7, 7, 0, 0), ())


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"job": 4}, set()),
        ({"job": 5}, {None, "job"}),
        ({"job": 9, "prison": 1}, {None}),
        ({"job": 9, "school": 5, "prison": 1}, {None, "job"}),
        ({"job": 9, "school": 3, "prison": 2}, {None, "job"}),
    ],
)
def test_what_is_left_out_is_nobody_or_five(asked: dict[str, int], shown: set[str | None]) -> None:
    assert may_be_shown(asked) == shown


def test_a_day_that_has_not_come_is_not_counted(cast: Cast) -> None:
    build_out(cast)
    left(cast, 4, ExitReason.ORDINARY_JOB)
    early = afterwards(project=cast.project, at=MONDAY - timedelta(days=60))
    assert (early.together.asked, [one.reason for one in early.reasons]) == (
        (5, 0, 0, 0),
        [ExitReason.ORDINARY_JOB],
    )
    assert not afterwards(project=cast.neighbours, at=MONDAY).any_asked


def test_the_project_leaders_page_alone(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
