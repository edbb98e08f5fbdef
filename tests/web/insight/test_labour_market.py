"""Tilknytning til arbejde: the steering group reads two rounded lines as of the last quarter, and no citizen."""

from datetime import date

import pytest
from django.urls import reverse

from bordenden.evaluation.self_support import OwnLine, labour_market
from bordenden.people import actions as people
from bordenden.programmes import actions
from bordenden.programmes.actions import Called
from bordenden.programmes.words import Department
from bordenden.worlds.aalborg import Aalborg
from bordenden.worlds.crowd import noon
from tests.cast import MONDAY, Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.pages import text_of

WITHHELD = "ikke vist – for at beskytte enkeltpersoner"


def url(cast: Cast | Aalborg) -> str:
    return reverse("labour_market", args=[cast.project.pk])


@pytest.mark.requirement("R99")
def test_ten_of_26_to_work_and_nobody_to_lasting_support_in_rounded_numbers(jobcenter: Aalborg) -> None:
    html = client_of(jobcenter.lis).get(url(jobcenter)).content.decode()
    assert lines_of(html, "table") == {
        "Til ordinært job, ordinær uddannelse eller fleksjob": ("10", "25", "40,0 %"),
        "Til førtidspension eller ressourceforløb": (WITHHELD, "25", WITHHELD),
    }


@pytest.mark.requirement("R99")
def test_only_what_had_happened_when_the_last_quarter_ended_is_shown(jobcenter: Aalborg) -> None:
    found = labour_market(project=jobcenter.project, at=noon(date(2015, 5, 20)))
    assert found
    assert found.on == date(2015, 3, 31)
    assert labour_market(project=jobcenter.project, at=noon(date(2014, 12, 31))) is None


def test_few_who_left_are_not_shown_at_all(cast: Cast) -> None:
    held = actions.seat_in_steering(
        project=cast.project, department=Department.SOCIAL, whom=Called("Hanne", "Dam"), by=cast.lis, at=MONDAY
    )
    people.give_demo_login(person=held.person, username="hanne2", order=90, line="Hanne")
    hanne = client_of(held.person)
    assert (
        reverse("labour_market", args=[cast.project.pk])
        in hanne.get(reverse("areas", args=[cast.project.pk])).content.decode()
    )
    found = labour_market(project=cast.project, at=MONDAY)
    assert found
    assert (found.work, found.lasting) == (OwnLine(None, None, None), OwnLine(None, None, None))
    assert text_of(hanne, url(cast)).count(WITHHELD) == 6


def test_nobody_outside_the_projects_steering_reads_it(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
