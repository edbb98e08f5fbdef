"""Dig som mentor: whoever is chosen reads what the task is, and sees what Amina opened and nothing else."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.foundation.clock import now
from bordenden.mentors import actions
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room, SeatRole
from bordenden.plans.models import Plan
from tests.cast import Cast, client_of
from tests.web.mentoring import DOES, IS, QUERIES, agreed, noted, opened, refused, written
from tests.web.pages import queries_of
from tests.web.reading import words_of

OPEN = frozenset({200})


def url(cast: Cast, page: str = "guest_mentor") -> str:
    return reverse(page, args=[cast.aminas_table.pk])


def rooms(cast: Cast) -> dict[Room, str]:
    """The pages of each room at Amina's table."""
    plan = Plan.objects.get(table=cast.aminas_table)
    return {
        Room.PLAN: reverse("guest_plan", args=[plan.pk]),
        Room.DEVELOPMENT: url(cast, "guest_development"),
        Room.CONTACTS: url(cast, "guest_contacts"),
    }


def open_to_mie(cast: Cast) -> set[Room]:
    mie = client_of(cast.mie)
    return {room for room, address in rooms(cast).items() if mie.get(address).status_code in OPEN}


def test_mie_reads_that_amina_chose_her_and_the_agreement_before_anything_is_open(cast: Cast) -> None:
    mie = client_of(cast.mie)
    first = words_of(mie.get(url(cast)))
    assert "Amina har valgt dig" in first
    assert "Der er ikke skrevet en aftale endnu." in first
    assert "Amina har ikke åbnet noget for dig endnu." in first
    assert "Dine noter" not in first
    made = written(cast, at=now(), first=localdate(now()))
    waits = mie.get(url(cast))
    assert "Læs den, og sig, om den passer dig." in words_of(waits)
    assert reverse("guest_agreement", args=[made.pk]) in waits.content.decode()
    assert queries_of(mie, url(cast)) <= QUERIES


def test_to_sara_who_is_no_mentor_and_to_everybody_else_it_is_not_there(cast: Cast) -> None:
    refused(cast, url(cast), {}, "mie")
    henrik = pathways.seat(
        table=cast.karims_table, person=cast.sara, role=SeatRole.MENTOR, by=cast.karim, at=cast.at
    ).person
    for page in ("guest_mentor", "guest_notes", "guest_note_new", "guest_leave"):
        assert client_of(henrik).get(url(cast, page)).status_code == 404


@pytest.mark.requirement("R162")
def test_a_mentor_sees_only_the_rooms_she_opened(cast: Cast) -> None:
    agreed(cast, at=now(), first=localdate(now()))
    assert open_to_mie(cast) == set()
    seen: set[Room] = set()
    for room in Room:
        opened(cast, room)
        seen.add(room)
        assert open_to_mie(cast) == seen
    pathways.close_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=now())
    assert open_to_mie(cast) == {Room.DEVELOPMENT, Room.CONTACTS}


@pytest.mark.requirement("R160")
def test_what_the_agreement_says_opens_nothing_and_what_is_open_says_nothing_of_the_task(cast: Cast) -> None:
    made = agreed(cast, at=now(), first=localdate(now()), role="Mie læser hele planen og skriver i kontaktloggen.")
    assert (open_to_mie(cast), made.role.tasks) == (set(), DOES)
    opened(cast, Room.PLAN)
    mie, plan = client_of(cast.mie), Plan.objects.get(table=cast.aminas_table)
    assert mie.get(reverse("guest_plan", args=[plan.pk])).status_code == 200
    for page in ("case_mentor", "mentor_agreement_new", "case_mentor_notes", "case"):
        assert (page, mie.get(url(cast, page)).status_code) == (page, 404)
    bo, noted_by_mie = client_of(cast.bo), noted(cast)
    assert bo.get(reverse("guest_note", args=[noted_by_mie.pk])).status_code == 404
    assert bo.get(reverse("guest_agreement", args=[made.pk])).status_code == 404
    pathways.close_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=now())
    assert "Mie læser hele planen" in words_of(mie.get(url(cast)))


def test_when_amina_stops_with_mie_it_is_gone_at_once(cast: Cast) -> None:
    agreed(cast, at=now(), first=localdate(now()), role=IS)
    opened(cast, Room.PLAN)
    note, mie = noted(cast), client_of(cast.mie)
    pages = [url(cast, page) for page in ("guest_mentor", "guest_notes", "guest_note_new", "guest_leave")]
    pages.append(reverse("guest_note", args=[note.pk]))
    assert [mie.get(page).status_code for page in pages] == [200] * 5
    actions.stop_with_mentor(seat=cast.mies_seat, by=cast.amina, at=now())
    assert [(mie.get(page).status_code, mie.post(page).status_code) for page in pages] == [(404, 404)] * 5
    assert "Amina" not in words_of(mie.get(reverse("guest_tables")))
    note.refresh_from_db()
    assert note.words == "Vi tog bussen sammen."
