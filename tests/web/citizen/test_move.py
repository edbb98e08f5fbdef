"""Du flytter: Amina reads what goes along and what stays, says yes; then it is on its way, and she reads on."""

import pytest
from django.urls import reverse

from bordenden.moves import actions
from bordenden.moves.models import Arrival, Move
from bordenden.rounds import moving
from tests.cast import MONDAY, Cast, client_of
from tests.moves.test_moving import asta, ends_with_a_move
from tests.web.pages import queries_of
from tests.web.reading import words_of


def test_amina_says_yes_on_her_page_and_lis_nothing_for_her(cast: Cast) -> None:
    move = ends_with_a_move(cast)
    address, amina = reverse("move", args=[move.pk]), client_of(cast.amina)
    assert address in amina.get(reverse("table", args=[cast.aminas_table.pk])).content.decode()
    read = words_of(amina.get(address))
    for words in (
        "Du flytter til Bakkeby (opdigtet)",
        "1 mål",
        "1 lille skridt",
        "Breve om det, kommunen har bestemt",
    ):
        assert words in read
    assert queries_of(amina, address) <= 12
    assert amina.post(address, {"do": "no"}).status_code == 303
    assert "Du har sagt nej. Det er helt i orden." in words_of(amina.get(address))
    assert amina.post(address, {"do": "yes"}).status_code == 303
    moving.carry(at=MONDAY)
    assert "Dine ting er på vej." in words_of(amina.get(address))
    assert amina.post(address, {"do": "no"}).status_code == 404
    assert Move.objects.get().answer == "yes"


@pytest.mark.parametrize("name", ["bo", "lis", "niels", "mie", "karim"])
def test_it_is_hers_alone_to_answer(cast: Cast, name: str) -> None:
    address, other = reverse("move", args=[ends_with_a_move(cast).pk]), client_of(getattr(cast, name))
    assert (other.get(address).status_code, other.post(address, {"do": "yes"}).status_code) == (404, 404)


def test_her_login_opens_the_new_table_and_the_old_one_to_read(cast: Cast) -> None:
    move = ends_with_a_move(cast)
    amina = client_of(cast.amina)
    amina.post(reverse("move", args=[move.pk]), {"do": "yes"})
    moving.carry(at=MONDAY)
    coordinator = asta(cast)
    table = actions.receive(arrival=Arrival.objects.get(), coordinator=coordinator, by=cast.niels, at=MONDAY)
    new, old = reverse("table", args=[table.pk]), reverse("table", args=[cast.aminas_table.pk])
    both, log = reverse("both_tables"), reverse("contacts", args=[cast.aminas_table.pk])
    assert (amina.get(new).status_code, amina.get(old).status_code, amina.get(log).status_code) == (200, 404, 404)
    assert both in amina.get(new).content.decode()
    assert amina.post(both, {"to": str(cast.amina.pk)}).status_code == 303
    assert amina.get(reverse("home")).headers["Location"] == old
    assert "Dit gamle bord" in words_of(amina.get(old))
    assert "Vi talte." in words_of(amina.get(log))
    assert "Du læser dit gamle bord." in words_of(amina.get(log))
    ask = reverse("help_new", args=[cast.aminas_table.pk, "spoerg"])
    sent = {"words": "Hvorfor?", "form_key": "00000000-0000-4000-8000-000000000004"}
    assert (amina.get(new).status_code, amina.post(ask, sent).status_code) == (404, 404)
    assert amina.post(both, {"to": str(cast.bo.pk)}).headers["Location"] == both
    assert amina.session["earlier_self"] == str(cast.amina.pk)
