"""A rest after every five numbers: stop for today, or a little more."""

import pytest
from django.urls import reverse

from bordenden.assessments.actions import finish
from bordenden.assessments.models import Sheet
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun, page, said
from tests.web.pages import queries_of, text_of


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """Five numbers, one skipped."""
    sheet = begun(cast)
    said(cast, sheet, arbejde=1, soevn=2, kraefter=None, venner=4, oekonomi=5, bolig=6)
    return sheet


def address(sheet: Sheet) -> str:
    return reverse("sheet_rest", args=[sheet.pk])


def test_that_is_fine_and_both_ways_are_open(cast: Cast, sheet: Sheet) -> None:
    amina = client_of(cast.amina)
    assert "Du har svaret på 5. Det er fint. Dine svar er gemt." in text_of(amina, address(sheet))
    html = amina.get(address(sheet)).content.decode()
    assert f'href="{reverse("table", args=[cast.aminas_table.pk])}">Stop for i dag' in html
    assert f'href="{page(sheet, "indflydelse")}">Lidt mere' in html


def test_a_finished_round_needs_no_rest(cast: Cast, sheet: Sheet) -> None:
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    assert client_of(cast.amina).get(address(sheet))["Location"] == reverse("sheet_done", args=[sheet.pk])


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_comes_here(cast: Cast, sheet: Sheet, who: str) -> None:
    assert client_of(getattr(cast, who)).get(address(sheet)).status_code == 404


def test_it_costs_at_most_twelve_queries(cast: Cast, sheet: Sheet) -> None:
    assert queries_of(client_of(cast.amina), address(sheet)) <= 12
