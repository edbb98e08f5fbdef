"""Borde, jeg sidder ved: a table stands here while a room of it is open, and not a second longer."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room, SeatRole
from tests.cast import Cast, client_of
from tests.web.pages import queries_of
from tests.web.reading import words_of

NOTHING = "Der er ikke åbnet noget for dig endnu"


def said_to(story: Cast, name: str) -> str:
    page = client_of(getattr(story, name)).get(reverse("guest_tables"))
    assert page.status_code == 200
    return words_of(page)


def test_mie_finds_aminas_table_while_a_room_is_open_and_until_then_only_that_amina_chose_her(story: Cast) -> None:
    assert "Ved Aminas bord" not in said_to(story, "mie")
    assert "Amina har valgt dig" in said_to(story, "mie")
    pathways.open_room(seat=story.mies_seat, room=Room.CONTACTS, by=story.amina, at=now())
    assert "Ved Aminas bord" in said_to(story, "mie")
    assert "har valgt dig" not in said_to(story, "mie")
    pathways.close_room(seat=story.mies_seat, room=Room.CONTACTS, by=story.amina, at=now())
    assert said_to(story, "mie") == "Borde, jeg sidder ved Dig som mentor Amina har valgt dig"
    pathways.leave_seat(seat=story.mies_seat, by=story.amina, at=now())
    assert ("Amina" in said_to(story, "mie"), NOTHING in said_to(story, "mie")) == (False, True)


def test_sara_ole_and_everybody_else_find_an_empty_list_that_names_nobody(story: Cast) -> None:
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    for name in ("sara", "ole", "niels", "birthe", "bo", "amina", "lis"):
        assert ("Amina" in said_to(story, name), NOTHING in said_to(story, name)) == (False, True)


def test_more_tables_cost_no_more_queries(story: Cast) -> None:
    mie = client_of(story.mie)
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    one = queries_of(mie, reverse("guest_tables"))
    for table, head in ((story.karims_table, story.karim), (story.holms_table, story.jens)):
        seat = pathways.seat(table=table, person=story.mie, role=SeatRole.MENTOR, by=head, at=now())
        pathways.open_room(seat=seat, room=Room.PLAN, by=head, at=now())
    said = words_of(mie.get(reverse("guest_tables")))
    assert [name in said for name in ("Ved Aminas bord", "Ved Karims bord", "Ved Jens og Lones bord")] == [
        True,
        True,
        True,
    ]
    assert (queries_of(mie, reverse("guest_tables")), one <= 12) == (one, True)
