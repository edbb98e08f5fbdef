"""`bordenden createlogin`: a registered person gets a login, whose password is said once."""

import io
import re

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bordenden.audit.models import Entry
from bordenden.people import actions as people
from bordenden.people.models import Login, Person
from tests.cast import Cast
from tests.web.entry.logins import log_in


@pytest.fixture
def ida(cast: Cast) -> Person:
    """Registered, and without a login."""
    return people.register(municipality=cast.fjordby, given_name="Ida", family_name="Ås")


def run(cast: Cast, **options: object) -> str:
    """What the command says."""
    said = io.StringIO()
    call_command("createlogin", cast.fjordby.pk, stdout=said, **options)
    return said.getvalue()


def password_in(said: str) -> str:
    (found,) = re.findall(r"(?:[a-z2-9]{5}-){3}[a-z2-9]{5}", said)
    return str(found)


def test_ida_logs_in_with_the_password_that_was_said_once_and_it_is_in_the_audit(cast: Cast, ida: Person) -> None:
    password = password_in(run(cast, name="ida ås", username="ida"))
    assert log_in(Client(), "ida", password).status_code == 302
    assert log_in(Client(), "ida", password.upper()).status_code == 422
    given = Entry.objects.filter(act="login.give")
    assert [(row.thing, row.actor.int, row.table) for row in given] == [(ida.pk, 0, None)]
    assert Login.objects.get(username="ida").password.startswith("argon2")


def test_a_lost_password_is_renewed_and_the_old_one_and_its_sessions_end(cast: Cast, ida: Person) -> None:
    first = password_in(run(cast, name=ida.name, username="ida"))
    inside = Client()
    log_in(inside, "ida", first)
    assert inside.get("/hjem/").status_code == 200
    again = password_in(run(cast, name=ida.name, renew=True))
    assert inside.get("/hjem/").status_code == 302
    assert [log_in(Client(), "ida", word).status_code for word in (first, again)] == [422, 302]
    assert Entry.objects.filter(act="login.renew", thing=ida.pk).count() == 1


def test_guessing_is_slowed_as_for_everybody(cast: Cast, ida: Person) -> None:
    password = password_in(run(cast, name=ida.name, username="ida"))
    assert {log_in(Client(), "ida", "gæt-gæt-gæt-gæt").status_code for _try in range(5)} <= {422, 429}
    assert log_in(Client(), "ida", password).status_code == 429


def test_a_citizen_is_found_by_the_case_and_two_at_one_case_by_the_name_as_well(cast: Cast) -> None:
    for person in (cast.amina, cast.jens, cast.lone):
        person.login.delete()
    assert "amina" in run(cast, case=cast.aminas_course.reference, username="amina")
    assert Login.objects.get(username="amina").person == cast.amina


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"username": "ny"}, "--name eller --case"),
        ({"name": "Ingen Her", "username": "ny"}, "Der er 0"),
        ({"name": "Ida Ås", "username": "bo"}, "taget"),
        ({"name": "Bo Lund", "username": "ny"}, "har allerede"),
        ({"name": "Bo Lund", "renew": True}, "intet login med adgangskode"),
        ({"name": "Ida Ås", "username": " "}, "Skriv et brugernavn"),
        ({"name": "Niels Juhl", "username": "ny"}, "Der er 0"),
    ],
)
def test_whoever_is_not_one_registered_person_is_refused(
    cast: Cast, ida: Person, options: dict[str, object], why: str
) -> None:
    before = Login.objects.count()
    with pytest.raises(CommandError, match=why):
        run(cast, **options)
    assert Login.objects.count() == before
    assert Entry.objects.filter(act__startswith="login.", thing=ida.pk).count() == 0


def test_of_two_with_one_name_neither_is_guessed(cast: Cast, ida: Person) -> None:
    people.register(municipality=cast.fjordby, given_name=ida.given_name, family_name=ida.family_name)
    with pytest.raises(CommandError, match="Der er 2"):
        run(cast, name=ida.name, username="ida")
    assert not Login.objects.filter(username="ida").exists()
