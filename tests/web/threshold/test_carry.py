"""An expired login in the middle of a text: nothing is lost to its writer, nothing is shown to another."""

from html import unescape
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.test import Client

from bordenden.web.threshold import carry
from tests.cast import Cast
from tests.web.entry.logins import browser, hidden, log_in, with_password

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.urls("tests.web.threshold.carry_urls")
TEXT = "Jeg vil gerne ud blandt andre igen.\nBare ikke for mange <ad gangen>."


def test_every_form_says_who_it_was_shown_to(cast: Cast) -> None:
    """The mark is signed, and there is none for somebody who is not logged in."""
    client = _at_her_form(cast)
    assert hidden(client.get(_address(cast)))["writer"] == carry.signed_writer(cast.amina.pk)
    assert "writer" not in hidden(browser().get("/was"))


def test_amina_logs_in_again_and_sends_her_text_with_one_press(cast: Cast) -> None:
    """401 with the login; then her text; then it is saved where it was going."""
    client = _at_her_form(cast)
    login_page = _expired_post(client, cast)
    assert login_page.status_code == 401
    assert "Din tekst er ikke væk." in login_page.content.decode()
    given_back = _log_in_on(client, login_page, "amina")
    assert given_back.status_code == 200
    assert TEXT in unescape(given_back.content.decode())
    assert f'action="{_address(cast)}"' in given_back.content.decode()
    sent = client.post(_address(cast), _fields(given_back))
    assert sent.content.decode() == f"gemt: {TEXT}"


def test_bo_who_logs_in_on_the_same_browser_sees_nothing_of_it(cast: Cast) -> None:
    """Another person goes home; the text is gone from the answer, and he is not led to her page."""
    client = _at_her_form(cast)
    with_password(cast.lis, "lis")
    answer = _log_in_on(client, _expired_post(client, cast), "lis")
    assert (answer.status_code, answer["Location"]) == (302, "/hjem/")
    assert "blandt andre" not in answer.content.decode()


def test_a_wrong_password_in_between_loses_nothing(cast: Cast) -> None:
    """The text stays in the login page until she is in, also while she has to wait."""
    client = _at_her_form(cast)
    answer = _expired_post(client, cast)
    for _ in range(5):
        answer = _log_in_on(client, answer, "amina", "gæt-nummer-et-to")
    assert answer.status_code == 429
    assert carry.unpack(hidden(answer)["carried"]) is not None


def test_a_page_from_before_she_logged_in_again_in_another_tab_gives_the_text_back(cast: Cast) -> None:
    """The old token is refused; the text is shown to her, and sent only when she presses the button."""
    client = _at_her_form(cast)
    old = client.get(_address(cast))
    client.cookies.pop("sessionid")
    log_in(client, "amina")
    answer = client.post(_address(cast), {**_fields(old), "text": TEXT, "form_key": uuid4()})
    assert answer.status_code == 403
    assert TEXT in unescape(answer.content.decode())
    assert client.post(_address(cast), _fields(answer)).content.decode() == f"gemt: {TEXT}"


def test_sending_the_login_once_more_gives_the_text_back_again(cast: Cast) -> None:
    """She presses reload on the page that gave it back."""
    client = _at_her_form(cast)
    login_page = _expired_post(client, cast)
    _log_in_on(client, login_page, "amina")
    again = _log_in_on(client, login_page, "amina")
    assert again.status_code == 403
    assert TEXT in unescape(again.content.decode())


def test_a_form_from_a_foreign_site_is_refused_as_before(cast: Cast) -> None:
    """Without the signed writer, or with another's, nothing is shown and nothing is kept."""
    client = _at_her_form(cast)
    for writer in ("", str(cast.amina.pk), f"{cast.amina.pk}:forged", carry.signed_writer(cast.bo.pk)):
        answer = client.post(_address(cast), {"text": "Noget andet helt", "form_key": uuid4(), "writer": writer})
        assert answer.status_code == 403
        assert "Noget andet helt" not in answer.content.decode()


def test_what_was_tampered_with_or_is_too_old_is_dropped(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour, and not one letter changed."""
    packed = hidden(_expired_post(_at_her_form(cast), cast))["carried"]
    assert carry.unpack(packed) is not None
    assert carry.unpack(packed[:-1] + ("a" if packed[-1] != "a" else "b")) is None
    monkeypatch.setattr(carry, "KEPT_FOR", -1)
    assert carry.unpack(packed) is None


def test_a_get_keeps_nothing_but_its_address(cast: Cast) -> None:
    """After the login she comes to the page she asked for."""
    with_password(cast.amina, "amina")
    client = browser()
    asked = client.get(_address(cast))
    assert asked["Location"] == f"/log-ind/?next={_address(cast).replace('/', '%2F')}"
    landed = _log_in_on(client, client.get(asked["Location"]), "amina")
    assert landed["Location"] == _address(cast)


def _address(cast: Cast) -> str:
    return f"/notat/{cast.aminas_table.pk}/"


def _at_her_form(cast: Cast) -> Client:
    with_password(cast.amina, "amina")
    client = browser()
    log_in(client, "amina")
    return client


def _expired_post(client: Client, cast: Cast) -> "Response":
    """She fills in the form; meanwhile the session has ended."""
    form = client.get(_address(cast))
    client.cookies.pop("sessionid")
    return client.post(_address(cast), {**_fields(form), "text": TEXT, "form_key": uuid4()})


def _log_in_on(client: Client, page: "Response", username: str, password: str | None = None) -> "Response":
    fields = _fields(page)
    more = {name: fields[name] for name in ("next", "carried", "csrfmiddlewaretoken") if name in fields}
    if password is None:
        return log_in(client, username, **more)
    return log_in(client, username, password, **more)


def _fields(page: "Response") -> dict[str, str]:
    return {name: unescape(value) for name, value in hidden(page).items()}
