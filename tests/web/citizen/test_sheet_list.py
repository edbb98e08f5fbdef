"""All questions on one page: what she answered, and the way to each."""

import pytest
from django.urls import reverse

from bordenden.assessments.actions import finish
from bordenden.assessments.models import Sheet
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import ORDER, STRANGERS, begun, page, said
from tests.web.pages import queries_of, text_of


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    sheet = begun(cast)
    said(cast, sheet, soevn=3, venner=None)
    return sheet


def address(sheet: Sheet) -> str:
    return reverse("sheet_list", args=[sheet.pk])


def test_she_reads_her_answers_and_that_questions_may_stay_empty(cast: Cast, sheet: Sheet) -> None:
    read = text_of(client_of(cast.amina), address(sheet))
    assert "Alle spørgsmål Du behøver ikke svare på alt." in read
    assert "Soevn 3 Ret – Soevn" in read
    assert "Venner Sprunget over Ret – Venner" in read
    assert "Bolig Ikke svaret endnu Svar – Bolig" in read


def test_each_line_leads_to_its_question(cast: Cast, sheet: Sheet) -> None:
    html = client_of(cast.amina).get(address(sheet)).content.decode()
    assert [code for code in ORDER if f'href="{page(sheet, code)}"' in html] == list(ORDER)


def test_a_finished_round_is_to_read(cast: Cast, sheet: Sheet) -> None:
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    amina = client_of(cast.amina)
    assert "Soevn 3 Venner Sprunget over" not in text_of(amina, address(sheet))
    assert "Soevn 3 Kraefter Ikke svaret endnu Venner Sprunget over" in text_of(amina, address(sheet))
    assert page(sheet, "soevn") not in amina.get(address(sheet)).content.decode()


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_reads_it(cast: Cast, sheet: Sheet, who: str) -> None:
    assert client_of(getattr(cast, who)).get(address(sheet)).status_code == 404


def test_it_costs_at_most_twelve_queries(cast: Cast, sheet: Sheet) -> None:
    assert queries_of(client_of(cast.amina), address(sheet)) <= 12
