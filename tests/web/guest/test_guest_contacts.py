"""The log at the guest door: only while Amina keeps it open for that very seat."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import noted

OTHERS = ("sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


def url(cast: Cast) -> str:
    """Amina's log at the guest door."""
    return reverse("guest_contacts", args=[cast.aminas_table.pk])


def opened(cast: Cast) -> None:
    """Amina opens the room for Mie."""
    pathways.open_room(seat=cast.mies_seat, room=Room.CONTACTS, by=cast.amina, at=now())


def test_mie_reads_it_from_the_second_it_is_opened_until_the_second_it_is_closed(cast: Cast) -> None:
    noted(cast, citizen_view="Jeg vil helst gå en tur.", summary="Vi talte om at mødes ude.")
    mie = client_of(cast.mie)
    assert mie.get(url(cast)).status_code == 404
    opened(cast)
    read = text_of(mie, url(cast))
    assert "Bo ringede til Amina Amina sagde selv: Jeg vil helst gå en tur. Vi talte om at mødes ude." in read
    pathways.close_room(seat=cast.mies_seat, room=Room.CONTACTS, by=cast.amina, at=now())
    assert mie.get(url(cast)).status_code == 404


def test_another_open_room_is_not_this_one(cast: Cast) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=now())
    assert client_of(cast.mie).get(url(cast)).status_code == 404


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_opened_for_mie_is_open_for_nobody_else(cast: Cast, name: str) -> None:
    opened(cast)
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404


def test_mie_reads_and_has_no_way_to_write_or_correct(cast: Cast) -> None:
    noted(cast)
    opened(cast)
    page = client_of(cast.mie).get(url(cast)).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert ("<form" in main, "Ret ved at tilføje" in main) == (False, False)


def test_one_entry_and_fifty_cost_the_same_queries(cast: Cast) -> None:
    opened(cast)
    noted(cast)
    mie = client_of(cast.mie)
    one = queries_of(mie, url(cast))
    for _count in range(49):
        noted(cast)
    assert queries_of(mie, url(cast)) == one <= 12
