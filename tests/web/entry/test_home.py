"""Hjem: on to what is hers, or a choice."""

import pytest
from django.urls import reverse

from bordenden.people import actions as people
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast, client_of


@pytest.mark.parametrize(
    ("name", "door", "of"),
    [
        ("amina", "table", "aminas_table"),
        ("bo", "caseload", None),
        ("mie", "guest_tables", None),
        ("sara", "guest_tables", None),
        ("lis", "project", "project"),
        ("niels", "project", "neighbours"),
        ("eva", "programme", "programme"),
        ("stine", "programme", "programme"),
    ],
)
def test_each_of_the_cast_comes_home_to_one_place(cast: Cast, name: str, door: str, of: str | None) -> None:
    """One thing held: no choice to make."""
    args = (getattr(cast, of).pk,) if of else ()
    assert client_of(getattr(cast, name)).get("/hjem/")["Location"] == reverse(door, args=args)


def test_who_holds_several_places_chooses(cast: Cast) -> None:
    """Lis also evaluates here: two doors, named."""
    give_office(person=cast.lis, role=OfficeRole.EVALUATOR, programme=cast.programme, at=MONDAY)
    text = client_of(cast.lis).get("/hjem/").content.decode()
    assert "Projekt: Din egen vej" in text
    assert "Program: Borgeren for bordenden (opdigtet)" in text


def test_who_holds_nothing_is_told_so_kindly(cast: Cast) -> None:
    """Birthe has left her last seat."""
    text = client_of(cast.birthe).get("/hjem/").content.decode()
    assert "Du har ingen plads ved et bord lige nu" in text


def test_nobody_comes_home_without_a_login(cast: Cast) -> None:
    """Home is behind the login."""
    stranger = people.register(municipality=cast.fjordby, given_name="Uden login", made_up=True)
    assert not hasattr(stranger, "login")
