"""Svar på et spørgsmål: Bo sees who waits, answers, and it is answered once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.contactlog.actions import ask_for_help, take_back_help
from bordenden.contactlog.models import HelpRequest
from bordenden.contactlog.words import HelpKind
from bordenden.foundation.ids import new_id
from bordenden.pathways.actions import leave_seat
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of, words_of
from tests.web.staff.cases import STRANGERS

CASELOAD = "/sagsbehandler/"


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def asked_by_amina(cast: Cast, kind: HelpKind = HelpKind.CALL_ME, words: str = "") -> HelpRequest:
    return ask_for_help(table=cast.aminas_table, kind=kind, words=words, form_key=new_id(), by=cast.amina, at=MONDAY)


def url_of(request: HelpRequest) -> str:
    return reverse("help_answer", args=[request.pk])


@pytest.mark.requirement("R104")
def test_bo_sees_who_waits_and_says_that_he_has_called(cast: Cast) -> None:
    bo, asked = client_of(cast.bo), asked_by_amina(cast)
    assert "Amina vil gerne ringes op. Lovet senest tirsdag den 3. marts. Ring til Amina" in text_of(bo, CASELOAD)
    page = bo.get(url_of(asked))
    assert "Ring til Amina Spurgt i dag kl. 10.00. Lovet svar senest tirsdag den 3. marts." in words_of(page)
    answer = bo.post(url_of(asked), form_of(page))
    assert (answer.status_code, answer["Location"]) == (303, reverse("case", args=[cast.aminas_table.pk]))
    asked.refresh_from_db()
    assert (asked.answered_by, asked.answer) == (cast.bo, "")
    assert "De venter på svar" not in text_of(bo, CASELOAD)


def test_a_question_is_answered_in_words(cast: Cast) -> None:
    bo, asked = client_of(cast.bo), asked_by_amina(cast, HelpKind.OTHER, "Må jeg få en kopi?")
    filled = form_of(bo.get(url_of(asked)))
    refused = bo.post(url_of(asked), filled)
    assert (refused.status_code, "Skriv et svar." in words_of(refused)) == (422, True)
    for _twice in range(2):
        assert bo.post(url_of(asked), {**filled, "answer": "Ja, jeg sender den."}).status_code == 303
    page = words_of(bo.get(url_of(asked)))
    assert ("Bo svarede i dag kl. 10.00 Ja, jeg sender den." in page, "Send svaret" in page) == (True, False)


def test_what_she_took_back_while_he_wrote_is_not_answered_and_his_text_stays(cast: Cast) -> None:
    bo, asked = client_of(cast.bo), asked_by_amina(cast, HelpKind.WONDER, "Hvorfor?")
    filled = form_of(bo.get(url_of(asked)))
    take_back_help(request=asked, by=cast.amina, at=MONDAY)
    late = bo.post(url_of(asked), {**filled, "answer": "Fordi du ringede."})
    assert (late.status_code, "Spørgsmålet er taget tilbage imens." in words_of(late)) == (422, True)
    assert form_of(late)["answer"] == "Fordi du ringede."
    assert bo.get(url_of(asked)).status_code == 404
    assert "De venter på svar" not in text_of(bo, CASELOAD)


def test_a_day_that_has_passed_is_said(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_by_amina(cast)
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY + timedelta(days=3))
    assert "Dagen er gået: tirsdag den 3. marts." in text_of(client_of(cast.bo), CASELOAD)


@pytest.mark.parametrize("name", STRANGERS)
def test_nobody_but_her_own_caseworker_answers(cast: Cast, name: str) -> None:
    other, asked = client_of(getattr(cast, name)), asked_by_amina(cast)
    assert [other.get(url_of(asked)).status_code, other.post(url_of(asked), {}).status_code] == [404, 404]


def test_from_the_moment_bo_leaves_he_sees_it_no_more(cast: Cast) -> None:
    bo, asked = client_of(cast.bo), asked_by_amina(cast)
    leave_seat(seat=cast.bos_seat, by=cast.bo, at=MONDAY)
    assert bo.get(url_of(asked)).status_code == 404
    assert "De venter på svar" not in text_of(bo, CASELOAD)


def test_one_that_waits_and_ten_cost_the_same_queries(cast: Cast) -> None:
    bo = client_of(cast.bo)
    asked_by_amina(cast)
    few = queries_of(bo, CASELOAD)
    for number in range(9):
        asked_by_amina(cast, HelpKind.OTHER, f"Spørgsmål {number}")
    assert (queries_of(bo, CASELOAD), few <= 12) == (few, True)
