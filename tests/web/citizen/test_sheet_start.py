"""Begin a round of Min vurdering: the cards first; an open round goes on, on any device."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.models import Sheet
from tests.assessments.twenty import publish
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import ORDER, STRANGERS, page, said
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast; the questions are published."""
    publish(at=MONDAY)
    return cast


def address(cast: Cast) -> str:
    return reverse("sheet_start", args=[cast.aminas_table.pk])


def open_rounds(cast: Cast) -> list[Sheet]:
    return list(Sheet.objects.filter(table=cast.aminas_table, finished_at=None).order_by("pk"))


def test_opening_the_page_begins_nothing(told: Cast) -> None:
    read = text_of(client_of(told.amina), address(told))
    assert "Her siger du, hvordan du har det lige nu. Du må springe over, og du kan stoppe når som helst." in read
    assert "Kun du kan se dine svar. Til sidst vælger du, om andre må se dem." in read
    assert open_rounds(told) == []


def test_the_button_leads_to_the_cards_and_twice_is_once(told: Cast) -> None:
    amina = client_of(told.amina)
    first, again = amina.post(address(told)), amina.post(address(told))
    [sheet] = open_rounds(told)
    assert (first.status_code, again.status_code) == (303, 303)
    assert first["Location"] == again["Location"] == reverse("sheet_picks", args=[sheet.pk])


def test_a_round_begun_on_one_device_goes_on_at_the_next_question_on_another(told: Cast) -> None:
    client_of(told.amina).post(address(told))
    [sheet] = open_rounds(told)
    said(told, sheet, arbejde=4)
    other = client_of(told.amina)
    assert "Du er i gang. Vi har gemt det, du har svaret." in text_of(other, address(told))
    assert other.post(address(told))["Location"] == page(sheet, "soevn")
    said(told, sheet, **dict.fromkeys(ORDER))
    assert other.post(address(told))["Location"] == reverse("sheet_done", args=[sheet.pk])


def test_before_an_instrument_is_published_she_is_told_so(cast: Cast) -> None:
    response = client_of(cast.amina).post(address(cast))
    assert response.status_code == 422
    assert "Spørgsmålene er ikke klar endnu. Prøv igen en anden dag." in words_in(response.content.decode())


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_begins_her_round(told: Cast, who: str) -> None:
    stranger: Client = client_of(getattr(told, who))
    assert (stranger.get(address(told)).status_code, stranger.post(address(told)).status_code) == (404, 404)
    assert open_rounds(told) == []


def test_it_costs_at_most_twelve_queries(told: Cast) -> None:
    assert queries_of(client_of(told.amina), address(told)) <= 12
