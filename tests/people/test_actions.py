"""Registering people and municipalities, and giving logins."""

import pytest

from bordenden.foundation.cpr import NotACpr
from bordenden.foundation.rules import NotPossible
from bordenden.people import actions
from bordenden.people.models import Login, Municipality, Person
from tests.cast import Cast

PASSWORD = "en-lang-sætning-om-havet"


def register(cast: Cast, cpr_number: str = "", municipality: Municipality | None = None) -> Person:
    """A new, made-up person."""
    return actions.register(
        municipality=municipality or cast.fjordby,
        given_name=" Åse ",
        family_name="Kjær",
        cpr_number=cpr_number,
        made_up=True,
    )


def test_a_municipality_is_known_by_its_number_and_registered_once(cast: Cast) -> None:
    again = actions.register_municipality(number=901, name="Et andet navn")
    assert (again, again.name) == (cast.fjordby, "Fjordby (opdigtet)")


def test_a_person_has_a_name_without_loose_blanks_and_a_danish_sort_key(cast: Cast) -> None:
    person = register(cast)
    assert (person.name, person.sort_key) == ("Åse Kjær", "z3se kjz1r")


def test_a_cpr_number_is_kept_as_digits_and_stands_once_a_municipality(cast: Cast) -> None:
    assert register(cast, "010190-1234").cpr == "0101901234"
    with pytest.raises(NotPossible, match="allerede"):
        register(cast, "0101901234")
    assert register(cast, "0101901234", cast.bakkeby).municipality == cast.bakkeby


def test_a_number_that_is_no_cpr_number_is_refused_and_nobody_is_registered(cast: Cast) -> None:
    before = Person.objects.count()
    with pytest.raises(NotACpr):
        register(cast, "320190-1234")
    assert Person.objects.count() == before


def test_any_number_of_people_may_have_no_cpr_number(cast: Cast) -> None:
    assert register(cast) != register(cast)


def test_a_login_opens_with_its_password_and_with_no_other(cast: Cast) -> None:
    login = actions.give_login(person=register(cast), username="åse", password=PASSWORD, by=cast.lis, at=cast.at)
    assert login.check_password(PASSWORD)
    assert not login.check_password(PASSWORD.upper())
    assert login.password.startswith("argon2")


@pytest.mark.parametrize("weak", ["kort", "password1234", "aase-kjaer-1"])
def test_a_weak_password_is_refused_with_the_reason_and_no_login_is_made(cast: Cast, weak: str) -> None:
    person = register(cast)
    with pytest.raises(NotPossible) as refused:
        actions.give_login(person=person, username="aase-kjaer-1", password=weak, by=cast.lis, at=cast.at)
    assert str(refused.value) != ""
    assert not Login.objects.filter(person=person).exists()


def test_a_user_name_is_somebodys_alone(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="taget"):
        actions.give_login(person=register(cast), username="bo", password=PASSWORD, by=cast.lis, at=cast.at)


def test_only_made_up_people_get_a_login_without_a_password(cast: Cast) -> None:
    real = actions.register(municipality=cast.fjordby, given_name="Ida")
    with pytest.raises(NotPossible, match="opdigtede"):
        actions.give_demo_login(person=real, username="ida", order=99, line="")
    made_up = actions.give_demo_login(person=register(cast), username="åse", order=99, line="Prøve")
    assert not made_up.has_usable_password()
    assert not made_up.check_password("")
