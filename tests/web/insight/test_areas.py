"""Områderne: all areas as users and in the steering group; Hanne of the steering group sees this and no citizen."""

import pytest
from django.urls import reverse

from bordenden.access import gate
from bordenden.access.acts import all_acts
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.programmes import actions
from bordenden.programmes.actions import Called
from bordenden.programmes.models import Office
from bordenden.programmes.words import Department, OfficeRole
from tests.cast import MONDAY, Cast, client_of, viewer_of
from tests.house.test_urls import release_of
from tests.web.insight.reading import lines_of
from tests.web.pages import text_of

HIDDEN = "ikke vist – for at beskytte enkeltpersoner"


def url(cast: Cast) -> str:
    """Lis' project."""
    return reverse("areas", args=[cast.project.pk])


def seat(cast: Cast, area: Department, given: str) -> Office:
    """Somebody new in the steering group, with a login."""
    whom = Called(given, "Dam", "Chef")
    held = actions.seat_in_steering(project=cast.project, department=area, whom=whom, by=cast.lis, at=MONDAY)
    people.give_demo_login(person=held.person, username=given.lower(), order=90, line=given)
    return held


@pytest.mark.requirement("R80")
def test_every_area_is_there_as_users_and_in_the_steering_group_or_said_to_be_missing(cast: Cast) -> None:
    for area, given in zip(Department, ("Per", "Hanne", "", "Tine"), strict=True):
        if given:
            seat(cast, area, given)
    for area in (Department.SOCIAL, Department.HEALTH):
        person = people.register(municipality=cast.fjordby, given_name="Fagperson", made_up=True)
        role = OfficeRole.PROFESSIONAL
        actions.give_office(person=person, role=role, project=cast.project, department=area, at=MONDAY)
    lis = client_of(cast.lis)
    seated, paid = lis.get(url(cast)).content.decode().split("Udgift for hver afdeling")
    assert set(lines_of(f'<table class="table">{paid}', "table").values()) == {(HIDDEN, HIDDEN)}
    assert lines_of(f"{seated}</table>", "table") == {
        "Beskæftigelse": ("4", "Per Dam (Chef)"),
        "Social": ("1", "Hanne Dam (Chef)"),
        "Sundhed": ("1", "Ingen endnu"),
        "Uddannelse": ("0", "Tine Dam (Chef)"),
    }
    words = text_of(lis, url(cast))
    assert "Det mangler Sundhed mangler i styregruppen. Uddannelse har ingen medarbejdere i projektet." in words
    seat(cast, Department.HEALTH, "Ruth")
    teacher = people.register(municipality=cast.fjordby, given_name="Lærer", made_up=True)
    actions.give_office(
        person=teacher,
        role=OfficeRole.PROFESSIONAL,
        project=cast.project,
        department=Department.EDUCATION,
        at=MONDAY,
    )
    words = text_of(lis, url(cast))
    assert "Alle fire områder er med." in words
    assert "mangler" not in words


def test_hanne_comes_straight_to_the_areas_and_the_published_figures(cast: Cast) -> None:
    hanne = client_of(seat(cast, Department.SOCIAL, "Hanne").person)
    release = release_of(cast)
    assert hanne.get(reverse("home"))["Location"] == url(cast)
    html = hanne.get(url(cast)).content.decode()
    published = reverse("release", args=[release.pk])
    assert published in html
    assert hanne.get(published).status_code == 200
    leaders = [reverse(name, args=[cast.project.pk]) for name in ("steering_new", "project")]
    assert [f'href="{page}"' in html for page in leaders] == [False, False]
    assert reverse("instruments") not in html


def test_nothing_that_shows_a_person_is_open_to_the_steering_group(story: Cast) -> None:
    """By the acts themselves, all of them: what is published, the areas, and what is her own."""
    viewer = viewer_of(Person.objects.get(given_name="Hanne", family_name="Dam"))
    release_of(story)
    opened = {act.code for _name, act in all_acts() if gate.reachable(viewer, act, at=MONDAY).exists()}
    own = {"notices.set", "mentor.self", "hours.set", "password.change", "tables.switch"}
    assert opened == {"steering.read", "release.read"} | own


def test_everybody_else_gets_404_and_so_does_she_once_the_seat_has_ended(cast: Cast) -> None:
    held = seat(cast, Department.SOCIAL, "Hanne")
    for person in (cast.amina, cast.bo, cast.mie, cast.niels, cast.eva, cast.stine):
        assert client_of(person).get(url(cast)).status_code == 404
    hanne = client_of(held.person)
    neighbours = reverse("areas", args=[cast.neighbours.pk])
    assert [hanne.get(page).status_code for page in (url(cast), neighbours)] == [200, 404]
    actions.end_steering(project=cast.project, office=held, by=cast.lis, at=MONDAY)
    assert hanne.get(url(cast)).status_code == 404
    assert "Har siddet i styregruppen 2. marts 2026 til 2. marts 2026 Hanne Dam (Chef) Social" in text_of(
        client_of(cast.lis), url(cast)
    )
