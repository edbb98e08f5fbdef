"""One question a screen: eleven buttons, two ways not to answer; saved at once, and nothing preselected."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import finish, start
from bordenden.assessments.models import Answer, Sheet
from bordenden.audit.models import Entry
from bordenden.foundation.ids import new_id
from bordenden.worlds.cast.assessments import build_assessments
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds."""
    build_assessments(cast)
    return cast


@pytest.fixture
def sheet(told: Cast) -> Sheet:
    """Amina's open round."""
    return start(table=told.aminas_table, by=told.amina, at=MONDAY)


def address(sheet: Sheet, number: int = 1) -> str:
    return reverse("question", args=[sheet.pk, number])


def press(client: Client, sheet: Sheet, answer: str, number: int = 1) -> HttpResponse:
    """One button pressed."""
    return client.post(address(sheet, number), {"answer": answer})  # type: ignore[return-value]


def kept(sheet: Sheet) -> list[tuple[int, str, int | None]]:
    rows = Answer.objects.filter(sheet=sheet).order_by("item__position")
    return list(rows.values_list("item__position", "kind", "value"))


def test_she_reads_the_question_eleven_numbers_and_two_ways_not_to_answer(told: Cast, sheet: Sheet) -> None:
    html = client_of(told.amina).get(address(sheet)).content.decode()
    buttons = re.findall(r'<button class="[^"]*" name="answer" value="(\w+)">', html)
    assert buttons == [*(str(number) for number in range(11)), "skipped", "declined"]
    read = words_in(html)
    assert "Spørgsmål 1 af 20 Ved du, hvilken slags job du gerne vil have?" in read
    assert "Spring over. Det er helt i orden. Det vil jeg ikke svare på" in read
    assert 'aria-pressed="true"' not in html
    assert "checked" not in html


@pytest.mark.requirement("R12")
def test_the_whole_assessment_in_the_browser_ends_as_a_graph(told: Cast) -> None:
    amina = client_of(told.amina)
    at = amina.post(reverse("sheet_start", args=[told.aminas_table.pk]))["Location"]
    for said in ("8", "0", "skipped", "declined", *["10"] * 16):
        at = amina.post(at, {"answer": said})["Location"]
    assert amina.post(at).status_code == 303
    read = text_of(amina, reverse("development", args=[told.aminas_table.pk]))
    assert "Sidst sagde du 5 om troen på et job. Nu siger du 0." in read
    html = amina.get(reverse("development", args=[told.aminas_table.pk])).content.decode()
    health = next(figure for figure in re.findall(r"<figure.*?</figure>", html, re.S) if "Helbred" in figure)
    points = re.search(r'<polyline points="([^"]+)"', health)
    assert points is not None
    assert len(points[1].split()) == 4


def test_the_answer_is_saved_and_the_next_question_says_so(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    assert "Gemt." not in text_of(amina, address(sheet))
    response = press(amina, sheet, "7")
    assert (response.status_code, response["Location"]) == (303, address(sheet, 2))
    assert kept(sheet) == [(1, "rated", 7)]
    assert "Gemt. Kun du kan se det." in text_of(amina, address(sheet, 2))


def test_skipping_and_declining_are_answers_of_their_own(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    press(amina, sheet, "skipped", 1)
    press(amina, sheet, "declined", 2)
    assert kept(sheet) == [(1, "skipped", None), (2, "declined", None)]
    assert "Du sprang over. Du må gerne svare nu." in text_of(amina, address(sheet, 1))
    assert "Du ville ikke svare. Du må gerne svare nu." in text_of(amina, address(sheet, 2))


def test_the_last_answer_leads_to_the_end(told: Cast, sheet: Sheet) -> None:
    assert press(client_of(told.amina), sheet, "3", 20)["Location"] == reverse("sheet_done", args=[sheet.pk])


def test_back_she_reads_her_answer_as_words_and_may_change_it(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    press(amina, sheet, "7")
    html = amina.get(address(sheet)).content.decode()
    assert "Du har svaret 7. Du må gerne ændre det." in words_in(html)
    assert 'aria-pressed="true"' not in html
    press(amina, sheet, "2")
    assert kept(sheet) == [(1, "rated", 2)]


def test_a_double_press_and_the_back_button_double_nothing(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    assert press(amina, sheet, "7")["Location"] == press(amina, sheet, "7")["Location"]
    assert kept(sheet) == [(1, "rated", 7)]
    assert Entry.objects.filter(act="sheet.answer", kind="write", table=told.aminas_table.pk).count() == 16


def test_two_tabs_answer_different_questions_and_both_are_kept(told: Cast, sheet: Sheet) -> None:
    one, other = client_of(told.amina), client_of(told.amina)
    one.get(address(sheet, 1))
    other.get(address(sheet, 4))
    press(other, sheet, "9", 4)
    press(one, sheet, "1", 1)
    assert kept(sheet) == [(1, "rated", 1), (4, "rated", 9)]


@pytest.mark.parametrize("sent", ["", "11", "-1", "7.5", "seven", "rated", "٣"])
def test_what_no_button_sends_is_refused_with_what_to_do(told: Cast, sheet: Sheet, sent: str) -> None:
    response = press(client_of(told.amina), sheet, sent)
    assert response.status_code == 422
    html = response.content.decode()
    assert "Vælg et tal fra 0 til 10, eller spring over." in words_in(html)
    assert 'id="summary"' in html
    assert 'href="#id_answer"' in html
    assert 'id="id_answer"' in html
    assert kept(sheet) == []


def test_a_finished_round_is_not_reopened_by_an_old_tab(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    press(amina, sheet, "7")
    finish(sheet=sheet, by=told.amina, at=MONDAY)
    response = press(amina, sheet, "2")
    assert response.status_code == 422
    assert "Du er færdig med den her runde. Dine svar er gemt." in words_in(response.content.decode())
    assert kept(sheet) == [(1, "rated", 7)]
    assert amina.get(address(sheet))["Location"] == reverse("sheet_done", args=[sheet.pk])


def test_a_question_that_is_not_there_is_404(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    for number in (0, 21, 999999):
        assert amina.get(address(sheet, number)).status_code == 404
        assert press(amina, sheet, "3", number).status_code == 404
    missing = Sheet(pk=new_id())
    assert (amina.get(address(missing)).status_code, press(amina, missing, "3").status_code) == (404, 404)


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_sees_or_answers_her_questions(told: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(told, who))
    assert (stranger.get(address(sheet)).status_code, press(stranger, sheet, "3").status_code) == (404, 404)
    assert press(stranger, sheet, "nonsense").status_code == 404
    assert kept(sheet) == []


def test_a_question_costs_the_same_with_one_answer_and_with_all(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    few = queries_of(amina, address(sheet, 2))
    for number in range(1, 6):
        press(amina, sheet, "5", number)
    many = queries_of(amina, address(sheet, 2))
    assert few == many
    assert max(many, queries_of(amina, address(sheet, 1))) <= 12
