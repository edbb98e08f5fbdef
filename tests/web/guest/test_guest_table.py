"""Ved Aminas bord: the way into each open room, and nothing about the closed ones."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.cast import Cast, client_of
from tests.web.reading import words_of

WORDS = {
    Room.PLAN: "Aminas plan",
    Room.DEVELOPMENT: "Aminas udvikling",
    Room.CONTACTS: "Kontakt med Amina",
}


def url_of(story: Cast) -> str:
    return reverse("guest_table", args=[story.aminas_table.pk])


@pytest.mark.parametrize("room", Room)
def test_mie_finds_the_open_room_and_no_other(story: Cast, room: Room) -> None:
    pathways.open_room(seat=story.mies_seat, room=room, by=story.amina, at=now())
    page = client_of(story.mie).get(url_of(story))
    said = words_of(page)
    assert [other for other, words in WORDS.items() if words in said] == [room]
    assert "Amina kan se, hvornår du kigger." in said
    links = [part.split('"')[0] for part in page.content.decode().split('class="doors"')[1].split('href="')[1:]]
    assert client_of(story.mie).get(links[0]).status_code == 200


@pytest.mark.parametrize("name", ["mie", "sara", "ole", "niels", "birthe", "bo", "karim", "lis", "eva", "stine"])
def test_nobody_for_whom_nothing_is_open_finds_the_table(story: Cast, name: str) -> None:
    if name != "mie":
        pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404


def test_the_page_gets_no_longer_than_the_seat(story: Cast) -> None:
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    pathways.leave_seat(seat=story.mies_seat, by=story.amina, at=now())
    assert client_of(story.mie).get(url_of(story)).status_code == 404
