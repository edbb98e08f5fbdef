"""Dine noter: Mie reads her own while Amina keeps something open, and no other mentor's."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room, SeatRole
from bordenden.people import actions as people
from tests.cast import Cast, client_of
from tests.web.mentoring import HTML, QUERIES, noted, opened, refused
from tests.web.pages import queries_of
from tests.web.reading import words_of


def url(cast: Cast) -> str:
    return reverse("guest_notes", args=[cast.aminas_table.pk])


def test_mies_notes_stand_here_while_something_is_open_and_toves_do_not(cast: Cast) -> None:
    tove = people.register(municipality=cast.fjordby, given_name="Tove", made_up=True)
    toves = pathways.seat(table=cast.aminas_table, person=tove, role=SeatRole.MENTOR, by=cast.amina, at=cast.at)
    noted(cast, "Tove lavede kaffe.", seat=toves)
    noted(cast)
    mie = client_of(cast.mie)
    assert mie.get(url(cast)).status_code == 404
    opened(cast, Room.CONTACTS)
    page = words_of(mie.get(url(cast)))
    assert ("2. marts 2026 Vi tog bussen sammen. Ret noten" in page, "kaffe" in page) == (True, False)
    assert "Amina læser dem alle. Det gør Aminas sagsbehandler også." in page
    pathways.close_room(seat=cast.mies_seat, room=Room.CONTACTS, by=cast.amina, at=now())
    assert mie.get(url(cast)).status_code == 404


def test_to_everybody_else_it_is_not_there(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    pathways.open_room(seat=cast.saras_seat, room=Room.PLAN, by=cast.amina, at=now())
    refused(cast, url(cast), {}, "mie")


def test_fifty_notes_weigh_little_and_cost_no_more_than_one(cast: Cast) -> None:
    opened(cast, Room.PLAN)
    noted(cast)
    mie = client_of(cast.mie)
    one = queries_of(mie, url(cast))
    for number in range(49):
        noted(cast, f"Dag {number}. " + "Vi gik en tur og talte om ugen. " * 6)
    page = mie.get(url(cast))
    assert (queries_of(mie, url(cast)), one <= QUERIES, len(page.content) <= HTML) == (one, True, True)
    assert page.content.decode().count("/gaest/mentornote/") == 20
