"""Ved mit bord: who sits here, since when, what each can see."""

import pytest
from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in
from tests.web.pages import queries_of
from tests.web.reading import words_of


def url_of(story: Cast) -> str:
    return reverse("seats", args=[story.aminas_table.pk])


def test_amina_sees_who_sits_at_her_table_since_when_and_what_each_can_see(story: Cast) -> None:
    let_in(story)
    said = words_of(client_of(story.amina).get(url_of(story)))
    for words in (
        "Sagsbehandler. Ved bordet siden 31. januar 2026. Telefon: 20 00 00 02 (man–tors 9–12)",
        "Bo kan se: Min plan, Vores kontakt.",
        "Mentor. Ved bordet siden 1. januar 2026.",
        "Mie kan se: Min plan.",
        "Sara kan ikke se noget.",
        "Hvad må Mie se?",
        "Se det, Mie ser",
    ):
        assert words in said
    assert "Birthe" not in said


def test_whoever_has_left_is_gone_from_the_table(story: Cast) -> None:
    pathways.leave_seat(seat=story.mies_seat, by=story.amina, at=now())
    assert "Mie" not in words_of(client_of(story.amina).get(url_of(story)))


def test_a_new_guest_costs_no_new_query(story: Cast) -> None:
    amina = client_of(story.amina)
    before = queries_of(amina, url_of(story))
    for person in (story.karim, story.lone, story.jens):
        pathways.seat(table=story.aminas_table, person=person, role=SeatRole.GUEST, by=story.amina, at=now())
    assert queries_of(amina, url_of(story)) == before
    assert before <= 12


def test_a_long_table_is_cut_into_pages(story: Cast) -> None:
    for number in range(30):
        guest = people.register(municipality=story.fjordby, given_name=f"Gæst {number}", made_up=True)
        pathways.seat(table=story.aminas_table, person=guest, role=SeatRole.GUEST, by=story.amina, at=now())
    amina = client_of(story.amina)
    first = words_of(amina.get(url_of(story)))
    second = words_of(amina.get(f"{url_of(story)}?side=2"))
    assert ("Hvad må Bo se?" in first, "Hvad må Gæst 29 se?" in first) == (True, False)
    assert ("Hvad må Bo se?" in second, "Hvad må Gæst 29 se?" in second) == (False, True)


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_sees_who_sits_at_her_table(story: Cast, name: str) -> None:
    let_in(story)
    assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404
