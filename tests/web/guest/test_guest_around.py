"""Rundt om planen at the guest door: Mie reads her own role and who helps, and nothing that is Amina's alone."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.cast import Cast, client_of
from tests.web.around import OTHERS, plan_of
from tests.web.pages import queries_of
from tests.web.reading import words_of


def url(story: Cast) -> str:
    return reverse("guest_around", args=[plan_of(story).pk])


@pytest.mark.requirement("R160")
def test_mie_reads_her_role_and_who_helps_once_amina_has_opened_the_plan(story: Cast) -> None:
    mie = client_of(story.mie)
    assert mie.get(url(story)).status_code == 404
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    read = words_of(mie.get(url(story)))
    assert "Det er Mie der for Mie er en, der har prøvet det selv." in read
    assert "Bo Lund Sagsbehandler 20 00 00 02" in read
    for hers in ("Sara, min søster", "Ring helst om formiddagen", "Pia fortæller", "Begynd med få timer", "tur"):
        assert hers not in read
    assert queries_of(mie, url(story)) <= 12


def test_sara_with_the_plan_opened_reads_who_helps_and_not_mies_role(story: Cast) -> None:
    pathways.open_room(seat=story.saras_seat, room=Room.PLAN, by=story.amina, at=now())
    read = words_of(client_of(story.sara).get(url(story)))
    assert ("Mie Toft Mentor" in read, "Det er Mie der for" in read) == (True, False)


def test_amina_sees_what_mie_sees_and_strangers_see_nothing(story: Cast) -> None:
    pathways.open_room(seat=story.mies_seat, room=Room.PLAN, by=story.amina, at=now())
    preview = words_of(client_of(story.amina).get(reverse("preview", args=[story.mies_seat.pk]), {"rum": "rundt"}))
    assert "Det er Mie der for" in preview
    assert "Sara, min søster" not in preview
    for name in OTHERS:
        if name != "mie":
            assert (name, client_of(getattr(story, name)).get(url(story)).status_code) == (name, 404)
