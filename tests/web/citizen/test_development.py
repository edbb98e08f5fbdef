"""Min udvikling: her words first, a fall met and not marked, a curve and its numbers for each question."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, start
from bordenden.assessments.queries import asked
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.clock import now
from bordenden.pathways.actions import open_room
from bordenden.pathways.words import Room
from bordenden.worlds.cast.assessments import build_assessments
from bordenden.worlds.cast.development import build_development
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds."""
    build_assessments(cast)
    build_development(cast)
    return cast


def address(cast: Cast) -> str:
    return reverse("development", args=[cast.aminas_table.pk])


def another_round(cast: Cast, value: int, at: timedelta) -> None:
    """Amina gives every question the same number."""
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY + at)
    for item in asked(sheet=sheet):
        answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=value, by=cast.amina, at=MONDAY + at)
    finish(sheet=sheet, by=cast.amina, at=MONDAY + at)


def test_her_own_words_come_before_every_curve(told: Cast) -> None:
    read = text_of(client_of(told.amina), address(told))
    words, curves = read.split("Over tid")
    assert "Sidst sagde du 4 om troen på et job. Nu siger du 5." in words
    assert "Sidst sagde du 3 om helbred. Nu siger du 6." in words
    assert "Sidst sagde du" not in curves


def test_a_fall_is_met_and_not_marked(told: Cast) -> None:
    response = client_of(told.amina).get(address(told))
    html = response.content.decode()
    read = text_of(client_of(told.amina), address(told))
    assert "Sidst sagde du 7 om venner og netværk. Nu siger du 5. Tak, fordi du siger det." in read
    assert read.count("Tak, fordi du siger det.") == 1
    assert "Vil du tale med nogen om det? Du bestemmer selv. Tal med Bo 20 00 00 02 man–tors 9–12" in read
    drawing = re.findall(r"<figure.*?</figure>", html, re.S)
    assert len(drawing) == 5
    assert {colour for figure in drawing for colour in re.findall(r'stroke="(#\w+)"', figure)} == {
        "#17443f",
        "#fffdf9",
    }
    assert not re.search("[↓↘▼⬇]|alert|warning|error", "".join(drawing))


def test_without_a_fall_nobody_is_pressed_to_talk(told: Cast) -> None:
    another_round(told, 10, timedelta(days=1))
    read = text_of(client_of(told.amina), address(told))
    assert "Tak, fordi du siger det." not in read
    assert "Tal med Bo" not in read


def test_every_curve_has_its_numbers_beside_it_with_unanswered_as_words(told: Cast) -> None:
    read = text_of(client_of(told.amina), address(told))
    assert "Helbred Dato Svar 3. sept 25 3 1. dec 25 3 16. feb 26 6" in read
    assert "Kræfter og koncentration Dato Svar 3. sept 25 2 1. dec 25 Intet svar 16. feb 26 4" in read


@pytest.mark.requirement("R12")
def test_a_finished_assessment_is_a_new_point_of_every_curve(told: Cast) -> None:
    another_round(told, 9, timedelta(days=1))
    html = client_of(told.amina).get(address(told)).content.decode()
    health = next(figure for figure in re.findall(r"<figure.*?</figure>", html, re.S) if "Helbred" in figure)
    line = re.search(r'<polyline points="([^"]+)"', health)
    assert line is not None
    heights = [float(point.split(",")[1]) for point in line[1].split()]
    assert len(heights) == 4
    assert heights[0] == heights[1] > heights[2] > heights[3]


def test_before_the_first_round_there_is_a_way_to_begin(cast: Cast) -> None:
    html = client_of(cast.amina).get(address(cast)).content.decode()
    assert "Her er tomt endnu" in html
    assert reverse("sheet_start", args=[cast.aminas_table.pk]) in html
    assert "<figure" not in html


def test_an_open_room_leads_to_another_door_than_her_own(told: Cast) -> None:
    at = now() - timedelta(minutes=1)
    for seat in (told.mies_seat, told.bos_seat, told.saras_seat):
        open_room(seat=seat, room=Room.DEVELOPMENT, by=told.amina, at=at)
    for person in (told.mie, told.bo, told.sara):
        assert client_of(person).get(address(told)).status_code == 404
    assert client_of(told.amina).get(address(told)).status_code == 200


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_comes_in(told: Cast, who: str) -> None:
    assert client_of(getattr(told, who)).get(address(told)).status_code == 404


def test_the_page_costs_the_same_with_three_rounds_and_with_twelve(told: Cast) -> None:
    few = queries_of(client_of(told.amina), address(told))
    for month in range(9):
        another_round(told, 9 - month, timedelta(days=30 * month))
    many = queries_of(client_of(told.amina), address(told))
    assert few == many <= 12
    assert len(client_of(told.amina).get(address(told)).content) <= 100_000
