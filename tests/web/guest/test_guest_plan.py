"""Her plan at the guest door: open within the second, closed at the next request, and nobody else's."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.plans.queries import plan_of
from tests.cast import Cast, client_of

OTHERS = ("sara", "ole", "niels", "birthe", "karim", "lis", "eva", "stine")


@pytest.fixture
def url(story: Cast) -> str:
    """The address of Amina's plan at the guest door."""
    plan = plan_of(table=story.aminas_table)
    assert plan is not None
    return reverse("guest_plan", args=[plan.pk])


def let_mie_in(story: Cast, at: datetime | None = None) -> Client:
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=at or now())
    return client_of(story.mie)


def test_mie_reads_the_plan_from_the_second_it_is_opened_until_the_second_it_is_closed(story: Cast, url: str) -> None:
    mie = client_of(story.mie)
    assert mie.get(url).status_code == 404
    let_mie_in(story)
    page = mie.get(url)
    assert page.status_code == 200
    for words in ("Aminas plan", "Jeg bliver glad, når jeg er sammen med børn.", "At sove bedre", "Bo Lund skrev"):
        assert words in page.content.decode()
    pathways.close_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    assert mie.get(url).status_code == 404


def test_an_opening_ends_by_itself(story: Cast, url: str) -> None:
    opened = now() - timedelta(days=2)
    pathways.open_room(
        seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=opened, until=opened + timedelta(days=1)
    )
    assert client_of(story.mie).get(url).status_code == 404


def test_another_open_room_is_not_this_one(story: Cast, url: str) -> None:
    pathways.open_room(seat=story.mies_seat, room=Room.CONTACTS, by=story.amina, at=now())
    assert client_of(story.mie).get(url).status_code == 404


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_opened_for_mie_is_open_for_nobody_else(story: Cast, url: str, name: str) -> None:
    let_mie_in(story)
    assert client_of(getattr(story, name)).get(url).status_code == 404


def test_a_guest_reads_and_has_no_way_to_write_on_the_plan(story: Cast, url: str) -> None:
    page = let_mie_in(story).get(url).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert ("<form" in main, "<button" in main) == (False, False)
