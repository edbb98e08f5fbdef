"""The start page: the cast in demo mode on this machine, the login everywhere else."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from tests.cast import Cast, client_of
from tests.web.entry.logins import hidden

ELSEWHERE = "192.0.2.7"


def test_in_the_demo_the_cast_stands_in_order_with_a_line_each(cast: Cast, settings: Settings) -> None:
    """Amina first; a button each."""
    settings.DEMO = True
    text = Client().get("/").content.decode()
    assert text.index("Log ind som Amina") < text.index("Log ind som Bo") < text.index("Log ind som Niels")
    assert "Sidder for bordenden" in text
    assert text.count('name="login"') == 14


def test_in_the_demo_a_button_comes_in_as_amina(cast: Cast, settings: Settings) -> None:
    """On this very machine, with the form's own token."""
    settings.DEMO = True
    client = Client(enforce_csrf_checks=True)
    token = hidden(client.get("/"))["csrfmiddlewaretoken"]
    response = client.post("/", {"login": cast.amina.login.pk, "csrfmiddlewaretoken": token})
    assert (response.status_code, response["Location"]) == (303, "/hjem/")
    assert client.session["_auth_user_id"] == str(cast.amina.login.pk)


@pytest.mark.parametrize(
    ("demo", "headers"),
    [
        (False, {}),
        (True, {"REMOTE_ADDR": ELSEWHERE}),
        (True, {"HTTP_X_FORWARDED_FOR": ELSEWHERE}),
        (True, {"HTTP_FORWARDED": f"for={ELSEWHERE}"}),
        (True, {"REMOTE_ADDR": ""}),
    ],
)
def test_nobody_comes_in_without_a_password_anywhere_else(
    cast: Cast, settings: Settings, demo: bool, headers: dict[str, Any]
) -> None:
    """Outside demo mode, from another machine and through a proxy the demo login does not exist: 404."""
    settings.DEMO = demo
    client = Client()
    assert client.post("/", {"login": cast.amina.login.pk}, **headers).status_code == 404
    assert "_auth_user_id" not in client.session
    page = client.get("/", **headers).content.decode()
    assert "Log ind som Amina" not in page
    assert 'name="password"' in page


def test_the_demo_has_no_other_logins_than_the_cast(cast: Cast, settings: Settings) -> None:
    """An unknown id, a text and a login that is no demo login are the same 404."""
    settings.DEMO = True
    cast.amina.login.demo = False
    cast.amina.login.save()
    for login in (uuid4(), "amina", "", cast.amina.login.pk):
        assert Client().post("/", {"login": login}).status_code == 404


def test_who_is_logged_in_goes_straight_home(cast: Cast) -> None:
    """The logo leads home, not to a login."""
    assert client_of(cast.amina).get("/")["Location"] == "/hjem/"
