"""Vil du være med? On Nina's telephone: what it is, yes in her own words, no without a question, or not today."""

import pytest
from django.urls import reverse

from bordenden.intake.models import Referral
from tests.cast import Cast, client_of
from tests.intake.candidates import HOPE, WHY, referred
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


@pytest.fixture
def asked(cast: Cast) -> Referral:
    return referred(cast, cast.pia)


def test_her_table_asks_and_she_says_yes_in_her_own_words(asked: Referral) -> None:
    nina = client_of(asked.candidate.person)
    url, table = reverse("joining", args=[asked.pk]), reverse("table", args=[asked.table_id])
    assert "Vil du være med?" in text_of(nina, table)
    words = text_of(nina, url)
    for told in ("Det er frivilligt.", "Ingen kan straffe dig", "Du behøver ikke vælge noget endnu.", WHY, "Bo Lund"):
        assert told in words
    empty = nina.post(url, form_of(nina.get(url)))
    assert (empty.status_code, "Skriv et par ord" in empty.content.decode()) == (422, True)
    filled = {**form_of(nina.get(url)), "hope": HOPE, "towards": "job"}
    assert nina.post(url + "kladde/", filled).status_code == 204
    assert HOPE in text_of(nina, url)
    for _time in range(2):
        assert nina.post(url, filled).status_code == 303
    asked.refresh_from_db()
    assert (asked.hope, asked.towards, asked.on_paper) == (HOPE, "job", False)
    assert "Du hører fra Bo Lund." in text_of(nina, url)
    assert "Vil du være med?" not in text_of(nina, table)
    assert queries_of(nina, url) <= 12


def test_no_is_one_press_and_she_may_change_her_mind(asked: Referral) -> None:
    nina, url = client_of(asked.candidate.person), reverse("joining", args=[asked.pk])
    assert nina.post(url, {"do": "no"}).status_code == 303
    assert "Du sagde nej tak den 2. marts 2026. Det er helt i orden." in text_of(nina, url)
    filled = {**form_of(nina.get(url)), "hope": HOPE, "towards": "udd"}
    assert nina.post(url, filled).status_code == 303
    late = nina.post(url, {"do": "no"})
    assert late.status_code == 422 or "Tak. Du er med." in late.content.decode()
    asked.refresh_from_db()
    assert (asked.towards, asked.declined_at) == ("udd", None)


@pytest.mark.parametrize("name", ["bo", "lis", "amina", "niels"])
def test_it_is_hers_alone(cast: Cast, asked: Referral, name: str) -> None:
    somebody, url = client_of(getattr(cast, name)), reverse("joining", args=[asked.pk])
    assert (somebody.get(url).status_code, somebody.post(url, {"do": "no"}).status_code) == (404, 404)
