"""Hvad fylder mest? Cards to tick; none is ticked for her, and none is as good as some."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import finish
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import hers
from tests.assessments.twenty import named
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun, page, said
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    return begun(cast)


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(sheet: Sheet) -> str:
    return reverse("sheet_picks", args=[sheet.pk])


def tick(client: Client, sheet: Sheet, *codes: str) -> str:
    response = client.post(address(sheet), {"item": [str(named(sheet.version, code).pk) for code in codes]})
    assert response.status_code == 303
    return response["Location"]


def test_every_card_stands_there_and_none_is_ticked(sheet: Sheet, amina: Client) -> None:
    html = amina.get(address(sheet)).content.decode()
    assert (html.count('type="checkbox"'), len(re.findall(r"\bchecked\b", html))) == (8, 0)
    assert "Hvad fylder mest? Vælg et par kort. Dem begynder vi med." in words_in(html)


def test_what_she_ticks_is_asked_first(sheet: Sheet, amina: Client) -> None:
    assert tick(amina, sheet, "venner", "bolig") == page(sheet, "venner")
    assert [question.item.code for question in hers(sheet=sheet).questions][:3] == ["venner", "bolig", "arbejde"]


def test_none_is_as_good_and_skipping_is_a_link(sheet: Sheet, amina: Client) -> None:
    assert tick(amina, sheet) == page(sheet, "arbejde")
    html = amina.get(address(sheet)).content.decode()
    assert f'href="{page(sheet, "arbejde")}">Spring over. Det er helt i orden.' in html


def test_later_she_picks_anew_and_no_answer_moves(cast: Cast, sheet: Sheet, amina: Client) -> None:
    tick(amina, sheet, "venner")
    said(cast, sheet, venner=4)
    assert len(re.findall(r"\bchecked\b", amina.get(address(sheet)).content.decode())) == 1
    assert tick(amina, sheet, "bolig") == page(sheet, "bolig")
    assert [(one.item.code, one.answer.value) for one in hers(sheet=sheet).questions if one.answer] == [("venner", 4)]


def test_a_card_that_is_not_there_is_refused(sheet: Sheet, amina: Client) -> None:
    response = amina.post(address(sheet), {"item": ["nonsense"]})
    assert response.status_code == 422
    assert "Vælg mellem kortene på siden." in words_in(response.content.decode())


def test_a_finished_round_has_no_cards(cast: Cast, sheet: Sheet, amina: Client) -> None:
    said(cast, sheet, venner=4)
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    assert amina.get(address(sheet))["Location"] == reverse("sheet_done", args=[sheet.pk])
    response = amina.post(address(sheet), {"item": [str(named(sheet.version, "bolig").pk)]})
    assert response.status_code == 422


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_picks(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    assert (stranger.get(address(sheet)).status_code, stranger.post(address(sheet)).status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, amina: Client) -> None:
    assert queries_of(amina, address(sheet)) <= 12
    assert "Til mit bord" in text_of(amina, address(sheet))
