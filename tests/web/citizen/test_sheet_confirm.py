"""Bo skrev for dig: yes makes them hers, she may put them right, and no hides them."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, start_together
from bordenden.assessments.models import Sheet
from bordenden.assessments.words import AnswerKind
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS, kept, over, page
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """Bo wrote a 3 about sleep and is finished."""
    version = publish(at=MONDAY)
    sheet = start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    item = named(version, "soevn")
    answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=3, by=cast.amina, pen=cast.bo, at=MONDAY)
    return finish(sheet=sheet, by=cast.amina, pen=cast.bo, at=MONDAY)


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(sheet: Sheet) -> str:
    return reverse("sheet_confirm", args=[sheet.pk])


def test_she_reads_what_he_wrote_and_is_asked(sheet: Sheet, amina: Client) -> None:
    read = text_of(amina, address(sheet))
    assert "Bo skrev for dig den 2. marts 2026. Er det rigtigt?" in read
    assert "Soevn 3 Ret det – Soevn" in read
    assert "Tillid" not in read


def test_yes_makes_them_hers(cast: Cast, sheet: Sheet, amina: Client) -> None:
    response = amina.post(address(sheet), {"right": "yes"})
    assert response["Location"] == reverse("sheets", args=[cast.aminas_table.pk])
    sheet.refresh_from_db()
    assert (sheet.confirmed_at is not None, sheet.sharing) == (True, "sent")
    assert "Du har sagt ja. Det er dine svar." in text_of(amina, address(sheet))


def test_she_puts_it_right_on_the_page_of_the_question(sheet: Sheet, amina: Client) -> None:
    assert amina.get(page(sheet, "soevn")).status_code == 200
    response = amina.post(page(sheet, "soevn"), {"answer": "5", "seen": "rated-3"})
    assert response["Location"] == address(sheet)
    assert kept(sheet) == [("soevn", "rated", 5)]
    amina.post(address(sheet), {"right": "yes"})
    assert amina.post(page(sheet, "soevn"), {"answer": "1", "seen": "rated-5"}).status_code == 422


def test_no_hides_them_from_bo(cast: Cast, sheet: Sheet, amina: Client) -> None:
    bo = client_of(cast.bo)
    assert bo.get(reverse("case_sheet", args=[sheet.pk])).status_code == 200
    amina.post(address(sheet), {"right": "no"})
    assert bo.get(reverse("case_sheet", args=[sheet.pk])).status_code == 404
    listed = text_of(amina, reverse("sheets", args=[cast.aminas_table.pk]))
    assert "Du har sagt, at det ikke er dine svar. Ingen andre kan se dem." in listed


def test_after_a_yes_there_is_no_no(sheet: Sheet, amina: Client) -> None:
    amina.post(address(sheet), {"right": "yes"})
    response = amina.post(address(sheet), {"right": "no"})
    assert response.status_code == 422
    assert "Du har sagt ja til svarene." in words_in(response.content.decode())


def test_her_own_round_has_nothing_to_say_yes_to(cast: Cast, amina: Client) -> None:
    assert amina.get(address(over(cast))).status_code == 404


@pytest.mark.parametrize("sent", [{}, {"right": "maybe"}])
def test_what_no_button_sends_decides_nothing(sheet: Sheet, amina: Client, sent: dict[str, str]) -> None:
    assert amina.post(address(sheet), sent).status_code == 422
    sheet.refresh_from_db()
    assert (sheet.confirmed_at, sheet.sharing) == (None, "sent")


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_says_yes_for_her(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    sent = stranger.post(address(sheet), {"right": "yes"})
    assert (stranger.get(address(sheet)).status_code, sent.status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, amina: Client) -> None:
    assert queries_of(amina, address(sheet)) <= 12
