"""One question while Bo writes: kept in Amina's name with his pen, and only in his own round."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import finish, start_together
from bordenden.assessments.models import Sheet
from bordenden.audit.models import Entry
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import kept, ole_follows
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    publish(at=MONDAY)
    return start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)


@pytest.fixture
def bo(cast: Cast) -> Client:
    return client_of(cast.bo)


def address(sheet: Sheet, code: str) -> str:
    edition = "job" if code == "arbejde" else ""
    return reverse("together_question", args=[sheet.table_id, named(sheet.version, code, edition).pk])


def test_he_reads_the_question_and_nothing_is_preselected(sheet: Sheet, bo: Client) -> None:
    html = bo.get(address(sheet, "soevn")).content.decode()
    assert "Spørgsmål 2 af 6 Hvordan går det med soevn?" in words_in(html)
    assert "Amina vil ikke svare" in words_in(html)
    assert "aria-pressed" not in html


def test_what_she_says_is_kept_in_her_name_with_his_pen(cast: Cast, sheet: Sheet, bo: Client) -> None:
    response = bo.post(address(sheet, "soevn"), {"answer": "3"})
    assert (response.status_code, response["Location"]) == (303, address(sheet, "kraefter"))
    assert kept(sheet) == [("soevn", "rated", 3)]
    entry = Entry.objects.get(act="sheet.answer")
    assert (entry.actor, entry.pen) == (cast.amina.pk, cast.bo.pk)


def test_after_the_last_he_is_back_at_the_list(sheet: Sheet, bo: Client) -> None:
    for code in ("arbejde", "soevn", "kraefter", "venner", "oekonomi"):
        bo.post(address(sheet, code), {"answer": "skipped"})
    assert bo.post(address(sheet, "bolig"), {"answer": "4"})["Location"] == reverse("together", args=[sheet.table_id])


@pytest.mark.parametrize("code", ["tillid", "indflydelse"])
def test_a_shielded_question_has_no_page_here(sheet: Sheet, bo: Client, code: str) -> None:
    sent = bo.post(address(sheet, code), {"answer": "4"})
    assert (bo.get(address(sheet, code)).status_code, sent.status_code, kept(sheet)) == (404, 404, [])


def test_handed_over_he_writes_no_more(cast: Cast, sheet: Sheet, bo: Client) -> None:
    bo.post(address(sheet, "soevn"), {"answer": "3"})
    finish(sheet=sheet, by=cast.amina, pen=cast.bo, at=MONDAY)
    assert (
        bo.get(address(sheet, "soevn")).status_code,
        bo.post(address(sheet, "soevn"), {"answer": "9"}).status_code,
    ) == (
        404,
        404,
    )
    assert kept(sheet) == [("soevn", "rated", 3)]


def test_bo_is_replaced_while_he_writes(cast: Cast, sheet: Sheet, bo: Client) -> None:
    """He is a stranger from that second, and Ole does not write on in Bo's round."""
    bo.post(address(sheet, "soevn"), {"answer": "3"})
    ole_follows(cast)
    answers = [client.post(address(sheet, "venner"), {"answer": "9"}) for client in (bo, client_of(cast.ole))]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert kept(sheet) == [("soevn", "rated", 3)]


@pytest.mark.parametrize("sent", ["", "11", "x"])
def test_what_no_button_sends_is_refused(sheet: Sheet, bo: Client, sent: str) -> None:
    response = bo.post(address(sheet, "soevn"), {"answer": sent})
    assert response.status_code == 422
    assert "Vælg et tal fra 0 til 10, eller spring over." in words_in(response.content.decode())


@pytest.mark.parametrize("who", ["amina", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_writes_for_her(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    sent = stranger.post(address(sheet, "soevn"), {"answer": "3"})
    assert (stranger.get(address(sheet, "soevn")).status_code, sent.status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, bo: Client) -> None:
    text_of(bo, address(sheet, "soevn"))
    assert queries_of(bo, address(sheet, "soevn")) <= 12
