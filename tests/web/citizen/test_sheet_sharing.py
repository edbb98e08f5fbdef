"""Later she sends it, shows it for a day, or takes it back: one press, one change."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.models import Sheet
from bordenden.assessments.words import Sharing
from bordenden.foundation.clock import now
from tests.cast import Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun, ole_follows, over
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """A finished round, kept."""
    return over(cast)


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(sheet: Sheet) -> str:
    return reverse("sheet_sharing", args=[sheet.pk])


def bos(sheet: Sheet) -> str:
    return reverse("case_sheet", args=[sheet.pk])


def press(cast: Cast, client: Client, sheet: Sheet, choice: str) -> str:
    response = client.post(address(sheet), {"choice": choice, "seat": str(cast.bos_seat.pk)})
    assert response.status_code == 303
    return response["Location"]


def test_kept_then_sent_then_taken_back(cast: Cast, sheet: Sheet, amina: Client) -> None:
    bo = client_of(cast.bo)
    assert bo.get(bos(sheet)).status_code == 404
    press(cast, amina, sheet, "send")
    assert "Du sendte den til Bo den" in text_of(amina, address(sheet))
    assert bo.get(bos(sheet)).status_code == 200
    back = press(cast, amina, sheet, "keep")
    assert "Fra nu af kan ingen andre se den. Den kan allerede være læst. Kun du kan se dine svar." in text_of(
        amina, back
    )
    assert bo.get(bos(sheet)).status_code == 404


def test_shown_now_is_open_today_and_says_so(cast: Cast, sheet: Sheet, amina: Client) -> None:
    press(cast, amina, sheet, "show")
    assert "Bo kan se den i dag. Ved midnat lukker den igen." in text_of(amina, address(sheet))
    assert client_of(cast.bo).get(bos(sheet)).status_code == 200
    Sheet.objects.filter(pk=sheet.pk).update(shared_until=now() - timedelta(seconds=1))
    assert client_of(cast.bo).get(bos(sheet)).status_code == 404
    assert "Du vil vise den til Bo, når I mødes. Den er lukket indtil da." in text_of(amina, address(sheet))


def test_bo_was_replaced_while_she_read_the_page(cast: Cast, sheet: Sheet, amina: Client) -> None:
    ole_follows(cast)
    response = amina.post(address(sheet), {"choice": "show", "seat": str(cast.bos_seat.pk)})
    assert response.status_code == 422
    assert "Det er Ole nu. Vil du dele det med Ole?" in words_in(response.content.decode())
    sheet.refresh_from_db()
    assert sheet.sharing == Sharing.KEPT


def test_what_bo_had_is_closed_when_he_is_gone(cast: Cast, sheet: Sheet, amina: Client) -> None:
    press(cast, amina, sheet, "send")
    ole_follows(cast)
    read = text_of(amina, address(sheet))
    gone = "Bo er ikke din sagsbehandler mere og kan ikke se den nu."
    assert f"{gone} De, du har åbnet Min udvikling for, kan se tallene." in read
    assert "Send til Ole" in read
    assert [client_of(who).get(bos(sheet)).status_code for who in (cast.bo, cast.ole)] == [404, 404]


def test_what_bo_was_only_shown_is_hers_alone_when_he_is_gone(cast: Cast, sheet: Sheet, amina: Client) -> None:
    press(cast, amina, sheet, "show")
    ole_follows(cast)
    only_hers = "Du delte den med Bo, som ikke er din sagsbehandler mere. Kun du kan se den nu."
    assert only_hers in text_of(amina, address(sheet))
    assert [client_of(who).get(bos(sheet)).status_code for who in (cast.bo, cast.ole)] == [404, 404]


def test_an_open_round_is_not_shared_from_here(cast: Cast, amina: Client) -> None:
    sheet = begun(cast)
    assert amina.get(address(sheet))["Location"] == reverse("sheet_done", args=[sheet.pk])


@pytest.mark.parametrize("sent", [{}, {"choice": "x"}, {"choice": "send", "seat": "x"}])
def test_what_no_button_sends_shares_nothing(sheet: Sheet, amina: Client, sent: dict[str, str]) -> None:
    assert amina.post(address(sheet), sent).status_code == 422
    sheet.refresh_from_db()
    assert sheet.sharing == Sharing.KEPT


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_decides(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    sent = stranger.post(address(sheet), {"choice": "send", "seat": str(cast.bos_seat.pk)})
    assert (stranger.get(address(sheet)).status_code, sent.status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, amina: Client) -> None:
    assert queries_of(amina, address(sheet)) <= 12
