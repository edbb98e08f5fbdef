"""Det vil jeg arbejde med: a few of what she gave a number, never a shielded one, or none."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.models import Sheet, WorkOn
from tests.assessments.twenty import named
from tests.cast import Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun, said
from tests.web.pages import queries_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    sheet = begun(cast)
    said(cast, sheet, soevn=3, venner=6, bolig=4, oekonomi=2, kraefter=None, tillid=1)
    return sheet


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(sheet: Sheet) -> str:
    return reverse("sheet_work", args=[sheet.pk])


def pks(sheet: Sheet, *codes: str) -> list[str]:
    return [str(named(sheet.version, code).pk) for code in codes]


def test_only_what_has_a_number_and_is_not_shielded_stands_there(sheet: Sheet, amina: Client) -> None:
    html = amina.get(address(sheet)).content.decode()
    found = set(re.findall(r'name="item" value="([^"]+)"', html))
    assert found == set(pks(sheet, "soevn", "venner", "bolig", "oekonomi"))
    assert re.findall(r"\bchecked\b", html) == []


def test_two_are_chosen_and_the_first_has_its_page(sheet: Sheet, amina: Client) -> None:
    response = amina.post(address(sheet), {"item": pks(sheet, "soevn", "venner")})
    assert response["Location"] == reverse("work_step", args=[sheet.pk, pks(sheet, "soevn")[0]])
    assert list(WorkOn.objects.order_by("place").values_list("item__code", flat=True)) == ["soevn", "venner"]


def test_none_is_as_good(sheet: Sheet, amina: Client) -> None:
    assert amina.post(address(sheet))["Location"] == reverse("sheet_done", args=[sheet.pk])
    assert WorkOn.objects.count() == 0


def test_four_are_too_many_and_her_crosses_stay(sheet: Sheet, amina: Client) -> None:
    response = amina.post(address(sheet), {"item": pks(sheet, "soevn", "venner", "bolig", "oekonomi")})
    html = response.content.decode()
    assert (response.status_code, len(re.findall(r"\bchecked\b", html))) == (422, 4)
    assert "Vælg højst tre ting. Fjern et kryds." in words_in(html)


@pytest.mark.parametrize("code", ["tillid", "kraefter"])
def test_what_is_shielded_or_has_no_number_is_no_choice(sheet: Sheet, amina: Client, code: str) -> None:
    assert amina.post(address(sheet), {"item": pks(sheet, code)}).status_code == 422
    assert WorkOn.objects.count() == 0


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_chooses(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    sent = stranger.post(address(sheet), {"item": pks(sheet, "soevn")})
    assert (stranger.get(address(sheet)).status_code, sent.status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, amina: Client) -> None:
    assert queries_of(amina, address(sheet)) <= 12
