"""Mie reads what Amina has sent of her development once she has opened the room, and only then."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, start
from bordenden.assessments.words import AnswerKind, Sharing
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from bordenden.pathways.actions import close_room, leave_seat, open_room
from bordenden.pathways.words import Room
from bordenden.worlds.cast.assessments import build_assessments
from bordenden.worlds.cast.development import build_development
from tests.assessments.histories import a_round, published, twenty
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds; the room is closed."""
    build_assessments(cast)
    build_development(cast)
    return cast


@pytest.fixture
def opened(told: Cast) -> Cast:
    """Amina has opened the room for Mie."""
    open_room(seat=told.mies_seat, room=Room.DEVELOPMENT, by=told.amina, at=now() - timedelta(minutes=1))
    return told


def address(cast: Cast) -> str:
    return reverse("guest_development", args=[cast.aminas_table.pk])


def test_the_room_is_closed_until_amina_opens_it(told: Cast) -> None:
    assert client_of(told.mie).get(address(told)).status_code == 404
    open_room(seat=told.mies_seat, room=Room.DEVELOPMENT, by=told.amina, at=now() - timedelta(minutes=1))
    assert client_of(told.mie).get(address(told)).status_code == 200
    close_room(seat=told.mies_seat, room=Room.DEVELOPMENT, by=told.amina, at=now())
    assert client_of(told.mie).get(address(told)).status_code == 404


def test_it_is_told_about_amina_and_a_fall_gets_no_comment(opened: Cast) -> None:
    read = text_of(client_of(opened.mie), address(opened))
    assert "Aminas udvikling" in read
    assert "Sidst sagde Amina 3 om helbred. Nu siger Amina 6." in read
    assert "sept. 25" not in read
    assert "Sidst sagde Amina 7 om venner og netværk. Nu siger Amina 5. " in read
    assert "Tak, fordi" not in read
    assert "Kræfter og koncentration Dag Svar 1. dec. 25 Intet svar 16. feb. 26 4" in read


def test_an_unfinished_round_is_nobodys_to_see(opened: Cast) -> None:
    before = text_of(client_of(opened.mie), address(opened))
    sheet = start(table=opened.aminas_table, by=opened.amina, at=MONDAY)
    item = sheet.version.items.order_by("position")[0]
    answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=1, by=opened.amina, at=MONDAY)
    assert text_of(client_of(opened.mie), address(opened)) == before


def test_amina_can_see_that_mie_looked(opened: Cast) -> None:
    text_of(client_of(opened.mie), address(opened))
    look = Entry.objects.get(actor=opened.mie.pk, act="development.read")
    assert (look.kind, look.table) == ("look", opened.aminas_table.pk)


def test_without_a_round_there_is_nothing_to_see(cast: Cast) -> None:
    open_room(seat=cast.mies_seat, room=Room.DEVELOPMENT, by=cast.amina, at=now() - timedelta(minutes=1))
    assert "Der er ikke noget at se endnu Her kommer det, Amina vælger at sende." in text_of(
        client_of(cast.mie), address(cast)
    )


def test_a_seat_that_is_left_closes_it_at_once(opened: Cast) -> None:
    leave_seat(seat=opened.mies_seat, by=opened.amina, at=now())
    assert client_of(opened.mie).get(address(opened)).status_code == 404


@pytest.mark.parametrize("who", ["birthe", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_without_the_room_comes_in(opened: Cast, who: str) -> None:
    assert client_of(getattr(opened, who)).get(address(opened)).status_code == 404


def test_it_costs_at_most_twelve_queries(opened: Cast) -> None:
    assert queries_of(client_of(opened.mie), address(opened)) <= 12


def test_the_shielded_two_are_nowhere_on_the_page_nor_is_what_she_kept(opened: Cast) -> None:
    address_ = address(opened)
    before = text_of(client_of(opened.mie), address_)
    version = published(twenty(), number=9, at=MONDAY)
    table = opened.aminas_table
    a_round(table, version, {"emne-19": 2, "emne-20": 9}, at=MONDAY, sharing=Sharing.SENT, shared_to=opened.bos_seat)
    a_round(table, version, {"emne-1": 7}, at=MONDAY)
    assert text_of(client_of(opened.mie), address_) == before
    a_round(
        table, version, {"emne-1": 7}, at=MONDAY + timedelta(days=1), sharing=Sharing.SENT, shared_to=opened.bos_seat
    )
    assert "Amina siger 7 om emne-1." in text_of(client_of(opened.mie), address_)
