"""Log ind: who comes in, who is slowed, and where she lands."""

from datetime import timedelta
from uuid import uuid4

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.test import Client

from bordenden.access.waiting import seconds_to_wait
from bordenden.audit.models import Entry
from bordenden.foundation.clock import now
from tests.cast import Cast
from tests.web.entry.logins import PASSWORD, browser, hidden, log_in, with_password


def test_amina_comes_in_with_her_password_and_lands_at_home(cast: Cast) -> None:
    """The right pair opens the door; the login is in the audit."""
    amina = with_password(cast.amina, "amina")
    client = browser()
    response = log_in(client, "amina")
    assert (response.status_code, response["Location"]) == (302, "/hjem/")
    assert client.session["_auth_user_id"] == str(amina.login.pk)
    entry = Entry.objects.get(act="person.login")
    assert (entry.kind, entry.actor, entry.municipality) == ("login", amina.pk, amina.municipality_id)


@pytest.mark.parametrize(("username", "password"), [("amina", "forkert-ord-her"), ("ukendt", PASSWORD)])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(cast: Cast, username: str, password: str) -> None:
    """Nothing tells whether the name exists."""
    with_password(cast.amina, "amina")
    response = log_in(browser(), username, password)
    assert response.status_code == 422
    assert "Brugernavn og adgangskode passer ikke sammen." in response.content.decode()
    assert password not in response.content.decode()


def test_empty_fields_are_told_apart_and_what_was_typed_stays(cast: Cast) -> None:
    """422 with a sentence a field."""
    response = log_in(browser(), "amina", "")
    text = response.content.decode()
    assert response.status_code == 422
    assert "Skriv din adgangskode." in text
    assert 'value="amina"' in text


@pytest.mark.parametrize(
    ("asked_for", "landed"),
    [
        ("/tal/udgivet/", "/tal/udgivet/"),
        ("https://ond.example/", "/hjem/"),
        ("//ond.example/", "/hjem/"),
        ("/\\ond.example/", "/hjem/"),
        ("javascript:alert(1)", "/hjem/"),
        ("tal/udgivet/", "/hjem/"),
    ],
)
def test_next_is_followed_only_on_our_own_site(cast: Cast, asked_for: str, landed: str) -> None:
    """An open redirect would lend our name to somebody else's page."""
    with_password(cast.lis, "lis")
    assert log_in(browser(), "lis", next=asked_for)["Location"] == landed


def test_logging_in_gives_a_new_session_also_to_the_same_person(cast: Cast) -> None:
    """A key that somebody planted or saw is worth nothing afterwards."""
    with_password(cast.amina, "amina")
    client = Client()
    log_in(client, "amina")
    before = client.session.session_key
    client.post("/log-ind/", {"username": "amina", "password": PASSWORD})
    after = client.session.session_key
    assert before is not None
    assert after not in (None, before)
    stolen = Client()
    stolen.cookies["sessionid"] = before
    assert stolen.get("/hjem/").status_code == 302
    assert stolen.get("/hjem/")["Location"] == "/log-ind/?next=%2Fhjem%2F"


def test_the_password_is_kept_as_argon2(cast: Cast) -> None:
    """Never in a form that can be read or quickly guessed."""
    amina = with_password(cast.amina, "amina")
    assert identify_hasher(amina.login.password).algorithm == "argon2"


def test_the_sixth_try_from_one_address_waits_and_the_right_password_too(cast: Cast) -> None:
    """Five tries, then a quarter of an hour, for this name from this address only."""
    with_password(cast.amina, "amina")
    with_password(cast.bo, "bo")
    client = browser()
    answers = [log_in(client, "amina", "gæt-nummer-et-to") for _ in range(5)]
    assert [one.status_code for one in answers] == [422, 422, 422, 422, 429]
    refused = log_in(client, "amina")
    assert refused.status_code == 429
    assert refused["Retry-After"] == "900"
    assert "Vent 15 minutter." in refused.content.decode()
    assert log_in(client, "bo").status_code == 302


def test_nobody_can_lock_amina_out_from_elsewhere(cast: Cast) -> None:
    """Another address that failed five times stops itself, not her."""
    with_password(cast.amina, "amina")
    stranger = browser()
    for _ in range(7):
        _try_from(stranger, "203.0.113.9")
    assert _try_from(stranger, "203.0.113.9", PASSWORD) == 429
    assert log_in(browser(), "amina").status_code == 302


def test_behind_a_proxy_a_guesser_stops_himself_and_not_everybody(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """There everybody comes from the proxy's own address; what the proxy wrote last tells them apart."""
    monkeypatch.setattr(settings, "BEHIND_PROXY", True)
    with_password(cast.amina, "amina")
    guesser, amina = "198.51.100.7, 203.0.113.9", "203.0.113.20"
    answers = [_try_from(browser(), "10.0.0.1", forwarded=guesser) for _ in range(6)]
    made_up = [_try_from(browser(), "10.0.0.1", forwarded=f"192.0.2.{n}, 203.0.113.9") for n in range(2)]
    assert (answers, made_up) == ([422, 422, 422, 422, 429, 429], [429, 429])
    assert _try_from(browser(), "10.0.0.1", PASSWORD, forwarded=amina) == 302
    assert "amina" not in caplog.text


def test_without_a_proxy_nobody_chooses_his_own_address(cast: Cast) -> None:
    """A header that anybody can send counts for nothing; nonsense from a proxy neither."""
    with_password(cast.amina, "amina")
    answers = [_try_from(browser(), "203.0.113.9", forwarded=f"192.0.2.{n}") for n in range(6)]
    assert answers == [422, 422, 422, 422, 429, 429]


def test_guessing_from_many_addresses_is_slowed_for_seconds_and_never_for_her_own_browser(cast: Cast) -> None:
    """From the eleventh failed try on the account alone is slowed; a browser she has used is let through."""
    with_password(cast.amina, "amina")
    her_own = browser()
    log_in(her_own, "amina")
    assert [_try_from(browser(), f"203.0.113.{number}") for number in range(10)] == [422] * 10
    slowed = _try_from(browser(), "203.0.113.99", PASSWORD)
    assert slowed == 429
    assert log_in(her_own, "amina").status_code == 302


def test_the_wait_grows_to_half_a_minute_and_early_tries_do_not_prolong_it(cast: Cast) -> None:
    """1, 2, 4, 8, 16 and never more than 30 seconds; a name that does not exist waits the same."""
    at = now()
    waits = {}
    for failed in (9, 10, 11, 12, 13, 14, 15, 40):
        AccessAttempt.objects.all().delete()
        _failed("findes-ikke", failed, at=at)
        waits[failed] = seconds_to_wait(username="findes-ikke", at=at)
    assert waits == {9: 0, 10: 1, 11: 2, 12: 4, 13: 8, 14: 16, 15: 30, 40: 30}
    assert seconds_to_wait(username="findes-ikke", at=at + timedelta(seconds=30)) == 0
    before = AccessAttempt.objects.get(username="findes-ikke").failures_since_start
    assert _try_from(browser(), "203.0.113.5", name="findes-ikke") == 429
    assert AccessAttempt.objects.get(username="findes-ikke").failures_since_start == before


def test_a_try_leaves_neither_password_nor_carried_text_in_the_log_of_tries(cast: Cast) -> None:
    """What axes keeps of a failed try is the fact alone."""
    secret = f"carried-{uuid4()}"
    log_in(browser(), "amina", "gæt-nummer-tre", carried=secret)
    kept = AccessAttempt.objects.get()
    assert secret not in kept.post_data
    assert "gæt-nummer-tre" not in kept.post_data


def _try_from(
    client: Client, address: str, password: str = "gæt-nummer-et-to", name: str = "amina", forwarded: str = ""
) -> int:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    page = client.get("/log-ind/")
    fields = {"username": name, "password": password, **hidden(page)}
    return client.post("/log-ind/", fields, headers=headers, REMOTE_ADDR=address).status_code


def _failed(name: str, times: int, *, at: object) -> None:
    attempt = AccessAttempt.objects.create(
        username=name, ip_address="203.0.113.1", user_agent="x", failures_since_start=times
    )
    AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=at)
