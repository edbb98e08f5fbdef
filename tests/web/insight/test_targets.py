"""Måltal: Lis sets out for 100 and 50, reads how far it is, whether fifty are reached, and where the pace leads."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry as AuditEntry
from bordenden.evaluation.targets import Outlook, targets
from bordenden.pathways.models import Enrolment
from bordenden.programmes.actions import set_target
from bordenden.programmes.models import TargetNumber
from bordenden.worlds.aalborg import Aalborg
from bordenden.worlds.crowd import noon
from tests.cast import MONDAY, Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of


def url(cast: Cast | Aalborg) -> str:
    return reverse("targets", args=[cast.project.pk])


@pytest.fixture(autouse=True)
def that_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


@pytest.mark.requirement("R15")
@pytest.mark.requirement("R16")
def test_lis_sets_out_for_a_hundred_and_fifty_and_reads_how_far_each_group_is(cast: Cast) -> None:
    lis = client_of(cast.lis)
    Enrolment.objects.filter(pk=cast.aminas_course.pk).update(target_group="2.3")
    Enrolment.objects.filter(pk=cast.karims_course.pk).update(target_group="11", ended_on=MONDAY.date())
    for group, number in (("2.3", "100"), ("11", "50")):
        assert lis.post(url(cast), {"target_group": group, "number": number}).status_code == 303
    assert lines_of(lis.get(url(cast)).content.decode(), "table") == {
        "11": ("50", "1", "0"),
        "2.3": ("100", "1", "1"),
        "Ingen gruppe skrevet": ("–", "1", "1"),
        "I alt": ("150", "3", "2"),
    }
    assert queries_of(lis, url(cast)) <= 12


def test_a_number_is_set_once_changed_and_taken_off(cast: Cast) -> None:
    how: dict[str, Any] = {"project": cast.project, "target_group": "2.3", "by": cast.lis, "at": MONDAY}
    for number in (100, 100, 90):
        set_target(number=number, **how)
    assert TargetNumber.objects.get().number == 90
    assert AuditEntry.objects.filter(act="targets.set", thing=cast.project.pk).count() == 2
    set_target(number=0, **how)
    assert TargetNumber.objects.count() == 0


def test_what_cannot_be_is_refused_and_stays_in_the_form(cast: Cast) -> None:
    lis = client_of(cast.lis)
    for wrong in ({"target_group": "", "number": "5"}, {"target_group": "2.3", "number": "-1"}):
        answer = lis.post(url(cast), wrong)
        assert (answer.status_code, f'value="{wrong["number"]}"' in answer.content.decode()) == (422, True)
    assert TargetNumber.objects.count() == 0


@pytest.mark.requirement("R21")
def test_the_two_hundred_of_aalborg_stand_under_their_code(jobcenter: Aalborg) -> None:
    at = noon(date(2015, 3, 1))
    set_target(project=jobcenter.project, target_group="LAB § 2 nr. 3", number=200, by=jobcenter.lis, at=at)
    found = targets(project=jobcenter.project, at=noon(date(2016, 9, 30)))
    assert [(line.group, line.number, line.referred) for line in found.lines] == [("LAB § 2 nr. 3", 200, 200)]
    assert (found.begun, found.active, found.outlook) == (200, 174, Outlook.REACHED)


@pytest.mark.requirement("R169")
def test_fifty_are_counted_warned_of_and_foretold_with_how_it_is_made(cast: Cast) -> None:
    """Three referred on 190 of 547 days: the pace leads to seven, and Lis is told so, and how."""
    words = text_of(client_of(cast.lis), url(cast))
    found = targets(project=cast.project, at=MONDAY)
    assert (found.begun, found.least, found.expected, found.outlook) == (3, 50, 7, Outlook.SHORT)
    assert "I samme takt bliver det ikke til 50. Der mangler 47." in words
    assert "Begyndt 3" in words
    assert f"3 er henvist på {found.days} dage." in words
    assert "bliver det til 7. Det er en ret linje og ikke mere: Folk kommer i bølger." in words


@pytest.mark.parametrize(
    ("days", "outlook"), [(-200, Outlook.EARLY), (600, Outlook.MISSED)], ids=["too early to say", "the day has gone"]
)
def test_before_four_weeks_nothing_is_foretold_and_after_the_last_day_it_is_too_late(
    cast: Cast, days: int, outlook: Outlook
) -> None:
    at: datetime = MONDAY + timedelta(days=days)
    assert targets(project=cast.project, at=at).outlook == outlook


def test_the_project_leaders_page_alone(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        other = client_of(person)
        sent = other.post(url(cast), {"target_group": "2.3", "number": "1"})
        assert (other.get(url(cast)).status_code, sent.status_code) == (404, 404)
    assert TargetNumber.objects.count() == 0


def test_a_number_somebody_else_wrote_meanwhile_is_shown_beside_ones_own(cast: Cast) -> None:
    lis = client_of(cast.lis)
    seen = form_of(lis.get(url(cast)))["seen"]
    set_target(project=cast.project, target_group="2.3", number=90, by=cast.lis, at=MONDAY)
    refused = lis.post(url(cast), {"seen": seen, "target_group": "2.3", "number": "120"})
    said = words_of(refused)
    assert (refused.status_code, "2.3 120" in said, "2.3 90" in said) == (422, True, True)
    assert TargetNumber.objects.get().number == 90
    assert lis.post(url(cast), form_of(refused)).status_code == 303
    assert TargetNumber.objects.get().number == 120
    assert lis.post(url(cast), {"seen": "[]", "target_group": "2.3", "number": "1"}).status_code == 422
