"""`bordenden createadmin`: the first administrator of a municipality."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from bordenden.people.models import Login, Municipality, Person
from bordenden.programmes.models import Office
from tests.web.entry.logins import log_in

PASSWORD = "en-lang-sætning-om-skoven"
ASKED = {"number": 851, "municipality": "Aalborg", "given_name": "Ada", "family_name": "Ø", "username": "ada"}


@pytest.mark.django_db
def test_the_administrator_can_log_in_and_holds_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password comes from stdin and is printed nowhere."""
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    said = io.StringIO()
    call_command("createadmin", **ASKED, password_from="stdin", stdout=said)
    office = Office.objects.get()
    assert (office.role, office.municipality_id, office.person.name) == ("administrator", 851, "Ada Ø")
    assert Login.objects.get().demo is False
    assert log_in(Client(), "ada", PASSWORD).status_code == 302
    assert PASSWORD not in said.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("weak", ["", "kort", "123456789012", "ada-ada-ada-ada"])
def test_a_weak_password_creates_nothing_at_all(monkeypatch: pytest.MonkeyPatch, weak: str) -> None:
    """Everything or nothing: no person and no municipality is left behind."""
    monkeypatch.setenv("BORDENDEN_ADMIN_PASSWORD", weak)
    with pytest.raises(CommandError):
        call_command("createadmin", **{**ASKED, "username": "ada-ada-ada"}, password_from="env")
    assert (Person.objects.count(), Login.objects.count(), Municipality.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_a_taken_name_and_a_number_that_is_another_place_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what is wrong."""
    monkeypatch.setenv("BORDENDEN_ADMIN_PASSWORD", PASSWORD)
    call_command("createadmin", **ASKED, password_from="env")
    with pytest.raises(CommandError, match="Brugernavnet er taget"):
        call_command("createadmin", **ASKED, password_from="env")
    with pytest.raises(CommandError, match="already Aalborg"):
        call_command("createadmin", **{**ASKED, "municipality": "Fjordby"}, password_from="env")
    with pytest.raises(CommandError, match="between 1 and 999"):
        call_command("createadmin", **{**ASKED, "number": 8510}, password_from="env")
    assert Login.objects.count() == 1


@pytest.mark.django_db
def test_asked_at_the_keyboard_the_two_passwords_must_be_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip of the finger locks nobody out later."""
    typed = iter([PASSWORD, "noget andet end det"])
    monkeypatch.setattr("bordenden.cli.management.commands.createadmin.getpass", lambda words: next(typed))
    with pytest.raises(CommandError, match="differ"):
        call_command("createadmin", **ASKED)
    assert Login.objects.count() == 0
