"""Holdet: who works in the project as what, from when to when; only for Lis."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.people import actions as people
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import Department, OfficeRole
from bordenden.web.parts.said_when import day
from tests.cast import MONDAY, Cast, client_of
from tests.web.insight.reading import lines_of
from tests.web.insight.staying import NEVER, office_of
from tests.web.pages import queries_of

BEGAN = "24. august 2025"


def url(cast: Cast) -> str:
    return reverse("team", args=[cast.project.pk])


@pytest.mark.requirement("R22")
def test_five_advisers_each_with_role_and_period_and_whoever_left_stays_on_the_page(cast: Cast) -> None:
    for given in ("Karen", "Vera"):
        programmes.join_team(
            project=cast.project,
            role=OfficeRole.CASEWORKER,
            department=Department.EMPLOYMENT,
            whom=programmes.Called(given, "Dam"),
            by=cast.lis,
            at=MONDAY,
        )
    lis = client_of(cast.lis)
    assert lines_of(lis.get(url(cast)).content.decode(), "table") == {
        "Birthe Holst": ("Sagsbehandler", BEGAN, "0", "Afslut hvervet"),
        "Bo Lund": ("Sagsbehandler", BEGAN, "1", "Flyt borgerne"),
        "Karen Dam": ("Sagsbehandler", "2. marts 2026", "0", "Afslut hvervet"),
        "Ole Brandt": ("Sagsbehandler", BEGAN, "2", "Flyt borgerne"),
        "Vera Dam": ("Sagsbehandler", "2. marts 2026", "0", "Afslut hvervet"),
        "Pia Lund": ("Visitator", BEGAN, "–", "Afslut hvervet"),
        "Lis Krogh": ("Projektleder", BEGAN, "–", "–"),
    }
    pathways.end_office(project=cast.project, office=office_of(cast.birthe), by=cast.lis, at=now())
    html = lis.get(url(cast)).content.decode()
    assert lines_of(html, "table")["Birthe Holst"] == ("Sagsbehandler", BEGAN, day(now()))
    assert [name for name in NEVER if name in html] == []


def test_a_larger_team_costs_no_more_queries(cast: Cast) -> None:
    lis = client_of(cast.lis)
    before = queries_of(lis, url(cast))
    for number in range(25):
        person = people.register(municipality=cast.fjordby, given_name=f"Rådgiver {number}", made_up=True)
        programmes.give_office(person=person, role=OfficeRole.CASEWORKER, project=cast.project, at=MONDAY)
    assert (queries_of(lis, url(cast)), before <= 12) == (before, True)
    html = lis.get(url(cast) + "?side=2").content.decode()
    assert "Lis Krogh" in lines_of(html, "table")


def test_nobody_else_sees_the_team(cast: Cast) -> None:
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
