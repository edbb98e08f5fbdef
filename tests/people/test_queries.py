"""The cast on the start page, and the other municipalities to move to."""

from bordenden.people import actions
from bordenden.people.queries import demo_logins, other_municipalities, with_numbers
from tests.cast import Cast
from tests.walls import POSTGRESQL


def test_the_cast_stands_in_the_order_of_the_play(cast: Cast) -> None:
    first = [login.person for login in demo_logins()][:4]
    assert first == [cast.amina, cast.bo, cast.mie, cast.lis]


def test_a_login_with_a_password_or_one_that_is_shut_is_not_offered(cast: Cast) -> None:
    person = actions.register(municipality=cast.fjordby, given_name="Ida")
    actions.give_login(person=person, username="ida", password="en-lang-sætning-om-havet", by=person, at=cast.at)
    cast.bo.login.is_active = False
    cast.bo.login.save()
    offered = [login.person for login in demo_logins()]
    assert (person in offered, cast.bo in offered, cast.amina in offered) == (False, False, True)


def test_every_other_municipality_in_danish_order(cast: Cast) -> None:
    for number, name in [(903, "Årby (opdigtet)"), (904, "Zonerup (opdigtet)"), (905, "Ærøby (opdigtet)")]:
        actions.register_municipality(number=number, name=name, made_up=True)
    others = [place.name.split()[0] for place in other_municipalities(than=cast.fjordby)]
    assert others == ["Bakkeby", "Zonerup", "Ærøby", "Årby"]


def test_a_number_is_looked_up_and_not_everybody_who_lives_there(cast: Cast) -> None:
    number = "0101901234"
    ida = actions.register(municipality=cast.fjordby, given_name="Ida", cpr_number=number)
    actions.register(municipality=cast.niels.municipality, given_name="Eva", cpr_number=number)
    rows = with_numbers(numbers=[number, "0202901234", ""], where=cast.bo)
    assert list(rows) == [ida]
    # Of the few people of a test PostgreSQL reads the whole table, whatever index there is.
    assert POSTGRESQL or "one_person_a_cpr_and_municipality" in rows.explain()
