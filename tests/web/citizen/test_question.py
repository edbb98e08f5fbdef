"""One question a screen: eleven buttons, two ways not to answer; saved at once, and nothing preselected."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import finish, pick, start_together
from bordenden.assessments.models import Sheet, Withdrawal
from bordenden.audit.models import Entry
from bordenden.worlds.cast.assessments import build_assessments
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import ORDER, STRANGERS, begun, kept, page, press, said
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """Amina's open round."""
    return begun(cast)


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def test_she_reads_the_question_eleven_numbers_and_two_ways_not_to_answer(sheet: Sheet, amina: Client) -> None:
    html = amina.get(page(sheet, "arbejde")).content.decode()
    buttons = re.findall(r'<button class="[^"]*" name="answer" value="(\w+)">', html)
    assert buttons == [*(str(number) for number in range(11)), "skipped", "declined"]
    read = words_in(html)
    assert "Spørgsmål 1 af 8 Hvordan går det med arbejde?" in read
    assert "Spring over. Det er helt i orden. Det vil jeg ikke svare på" in read
    assert 'aria-pressed="true"' not in html
    assert "checked" not in html


@pytest.mark.requirement("R12")
def test_the_whole_assessment_in_the_browser_ends_as_a_graph(cast: Cast, amina: Client) -> None:
    build_assessments(cast)
    at = amina.post(reverse("sheet_start", args=[cast.aminas_table.pk]))["Location"]
    at = amina.post(at, {})["Location"]
    for _number in range(40):
        if "/pause/" in at:
            at = re.findall(r'href="(/vurdering/[^"]+)">Lidt mere', amina.get(at).content.decode())[0]
        elif "/arbejde/" in at:
            at = amina.post(at, {})["Location"]
        elif "/faerdig/" in at:
            break
        else:
            at = amina.post(at, {"answer": "8"})["Location"]
    assert amina.post(at, {"choice": "keep"}).status_code == 303
    read = text_of(amina, reverse("development", args=[cast.aminas_table.pk]))
    assert "Nu siger du 8." in read
    html = amina.get(reverse("development", args=[cast.aminas_table.pk])).content.decode()
    health = html.split("<figcaption>Helbred</figcaption>")[1]
    line = re.search(r'<path class="spark-line" d="([^"]+)"', health)
    assert line is not None
    assert len(re.findall(r"[\d.]+[ ,][\d.]+", line[1])) == 4, line[1]


def test_the_answer_is_saved_and_the_next_question_says_so(sheet: Sheet, amina: Client) -> None:
    assert "Gemt." not in text_of(amina, page(sheet, "arbejde"))
    response = press(amina, sheet, "7", "arbejde")
    assert (response.status_code, response["Location"]) == (303, page(sheet, "soevn"))
    assert kept(sheet) == [("arbejde", "rated", 7)]
    assert "Gemt. Kun du kan se det." in text_of(amina, page(sheet, "soevn"))


def test_skipping_and_declining_are_answers_of_their_own(sheet: Sheet, amina: Client) -> None:
    press(amina, sheet, "skipped", "arbejde")
    press(amina, sheet, "declined", "soevn")
    assert kept(sheet) == [("arbejde", "skipped", None), ("soevn", "declined", None)]
    assert "Du sprang over. Du må gerne svare nu." in text_of(amina, page(sheet, "arbejde"))
    assert "Du ville ikke svare. Du må gerne svare nu." in text_of(amina, page(sheet, "soevn"))


def test_after_the_last_she_is_led_to_those_she_went_past_then_to_the_end(
    cast: Cast, sheet: Sheet, amina: Client
) -> None:
    assert press(amina, sheet, "3", "tillid")["Location"] == page(sheet, "arbejde")
    said(cast, sheet, arbejde=1, soevn=None, kraefter=None, venner=None, oekonomi=None, bolig=None)
    assert press(amina, sheet, "3", "indflydelse")["Location"] == reverse("sheet_work", args=[sheet.pk])


def test_with_nothing_to_work_on_the_end_comes_at_once(cast: Cast, sheet: Sheet, amina: Client) -> None:
    said(cast, sheet, **dict.fromkeys(ORDER[:-1]))
    assert press(amina, sheet, "3", "tillid")["Location"] == reverse("sheet_done", args=[sheet.pk])


def test_after_every_fifth_number_there_is_a_rest(cast: Cast, sheet: Sheet, amina: Client) -> None:
    """Skipping does not count, and changing an answer gives no second rest."""
    said(cast, sheet, arbejde=1, soevn=2, kraefter=None, venner=4, oekonomi=5)
    assert press(amina, sheet, "6", "bolig")["Location"] == reverse("sheet_rest", args=[sheet.pk])
    changed = amina.post(page(sheet, "bolig"), {"answer": "7", "seen": "rated-6"})
    assert changed["Location"] == page(sheet, "indflydelse")


def test_back_she_reads_her_answer_as_words_and_may_change_it(sheet: Sheet, amina: Client) -> None:
    press(amina, sheet, "7", "arbejde")
    html = amina.get(page(sheet, "arbejde")).content.decode()
    assert "Du har svaret 7. Du må gerne ændre det." in words_in(html)
    assert 'aria-pressed="true"' not in html
    press(amina, sheet, "2", "arbejde")
    assert kept(sheet) == [("arbejde", "rated", 2)]


def test_a_double_press_and_the_back_button_double_nothing(cast: Cast, sheet: Sheet, amina: Client) -> None:
    first, again = (press(amina, sheet, "7", "arbejde") for _time in range(2))
    assert first["Location"] == again["Location"] == page(sheet, "soevn")
    assert kept(sheet) == [("arbejde", "rated", 7)]
    assert Entry.objects.filter(act="sheet.answer", kind="write", table=cast.aminas_table.pk).count() == 1


def test_two_tabs_answer_different_questions_and_both_are_kept(sheet: Sheet, amina: Client, cast: Cast) -> None:
    press(client_of(cast.amina), sheet, "9", "venner")
    press(amina, sheet, "1", "arbejde")
    assert kept(sheet) == [("arbejde", "rated", 1), ("venner", "rated", 9)]


def test_the_last_press_counts_and_the_device_that_is_behind_is_told(cast: Cast, sheet: Sheet, amina: Client) -> None:
    """The telephone shows a question without an answer; the library's computer has answered it meanwhile."""
    press(client_of(cast.amina), sheet, "9", "arbejde")
    behind = amina.post(page(sheet, "arbejde"), {"answer": "2", "seen": ""})
    assert kept(sheet) == [("arbejde", "rated", 2)]
    assert behind["Location"] == f"{page(sheet, 'soevn')}?sagt=andet-sted"
    assert "Du svarede også på en anden skærm. Det nyeste svar gælder." in text_of(amina, behind["Location"])
    changed = amina.post(page(sheet, "arbejde"), {"answer": "3", "seen": "rated-2"})
    assert changed["Location"] == page(sheet, "soevn")


def test_the_phone_dies_in_the_middle_and_another_goes_on(cast: Cast, sheet: Sheet, amina: Client) -> None:
    """Everything pressed before is kept; a new login goes on at the next question."""
    press(amina, sheet, "7", "arbejde")
    amina.logout()
    other = client_of(cast.amina)
    assert other.post(reverse("sheet_start", args=[cast.aminas_table.pk]))["Location"] == page(sheet, "soevn")
    assert kept(sheet) == [("arbejde", "rated", 7)]


def test_an_address_is_about_one_question_whatever_is_picked(cast: Cast, sheet: Sheet, amina: Client) -> None:
    friends = page(sheet, "venner")
    pick(sheet=sheet, items=[named(sheet.version, "bolig")], by=cast.amina, at=MONDAY)
    assert "Spørgsmål 5 af 8 Hvordan går det med venner?" in text_of(amina, friends)
    press(amina, sheet, "4", "venner")
    assert kept(sheet) == [("venner", "rated", 4)]


def test_a_withdrawn_question_leads_on_with_a_sentence(cast: Cast, sheet: Sheet, amina: Client) -> None:
    Withdrawal.objects.create(item=named(sheet.version, "soevn"), at=MONDAY, by=cast.stine, why="Misforstås.")
    on = f"{page(sheet, 'arbejde')}?sagt=trukket"
    assert amina.get(page(sheet, "soevn"))["Location"] == on
    assert press(amina, sheet, "4", "soevn")["Location"] == on
    assert "Ét spørgsmål stiller vi ikke mere. Her er det næste. Spørgsmål 1 af 7" in text_of(amina, on)
    assert kept(sheet) == []


def test_a_question_of_a_newer_version_is_not_there(sheet: Sheet, amina: Client) -> None:
    newer = publish(at=MONDAY, number=2)
    foreign = reverse("question", args=[sheet.pk, named(newer, "soevn").pk])
    assert (amina.get(foreign).status_code, amina.post(foreign, {"answer": "3"}).status_code) == (404, 404)
    assert press(amina, sheet, "3", "soevn").status_code == 303
    assert kept(sheet) == [("soevn", "rated", 3)]


@pytest.mark.parametrize("sent", ["", "11", "-1", "7.5", "seven", "rated", "٣"])
def test_what_no_button_sends_is_refused_with_what_to_do(sheet: Sheet, amina: Client, sent: str) -> None:
    response = press(amina, sheet, sent, "arbejde")
    assert response.status_code == 422
    html = response.content.decode()
    assert "Vælg et tal fra 0 til 10, eller spring over." in words_in(html)
    assert 'id="summary"' in html
    assert 'href="#id_answer"' in html
    assert 'id="id_answer"' in html
    assert kept(sheet) == []


def test_a_finished_round_is_not_reopened_by_an_old_tab(cast: Cast, sheet: Sheet, amina: Client) -> None:
    press(amina, sheet, "7", "arbejde")
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    response = press(amina, sheet, "2", "arbejde")
    assert response.status_code == 422
    assert "Du er færdig med den her vurdering. Dine svar er gemt." in words_in(response.content.decode())
    assert kept(sheet) == [("arbejde", "rated", 7)]
    assert amina.get(page(sheet, "arbejde"))["Location"] == reverse("sheet_done", args=[sheet.pk])


def test_what_bo_is_writing_for_her_is_not_answered_behind_his_back(cast: Cast, sheet: Sheet, amina: Client) -> None:
    penned = start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    response = press(amina, penned, "2", "soevn")
    assert response.status_code == 422
    assert "Der bliver skrevet for dig lige nu." in words_in(response.content.decode())


def test_the_script_is_given_the_next_question_in_the_same_answer(sheet: Sheet, amina: Client) -> None:
    part = press(amina, sheet, "7", "arbejde", headers={"X-Part": "1"})
    assert (part.status_code, part["X-On"]) == (200, page(sheet, "soevn"))
    html = part.content.decode()
    assert "<html" not in html
    assert "Spørgsmål 2 af 8 Hvordan går det med soevn?" in words_in(html)
    assert kept(sheet) == [("arbejde", "rated", 7)]


def test_where_no_question_follows_the_script_is_told_where_to_go(cast: Cast, sheet: Sheet, amina: Client) -> None:
    said(cast, sheet, arbejde=1, soevn=2, kraefter=3, venner=4)
    on = press(amina, sheet, "5", "oekonomi", headers={"X-Part": "1"})
    assert (on.status_code, on["X-Go"], on.content) == (204, reverse("sheet_rest", args=[sheet.pk]), b"")
    assert press(amina, sheet, "12", "bolig", headers={"X-Part": "1"}).status_code == 422


def test_a_recording_is_offered_where_there_is_one_and_fetched_on_tap(cast: Cast, amina: Client) -> None:
    sheet = begun(cast, heard=("soevn",))
    html = amina.get(page(sheet, "soevn")).content.decode()
    assert 'preload="none"' in html
    assert "Hør spørgsmålet Det er en kunstig stemme." in words_in(html)
    assert "<audio" not in amina.get(page(sheet, "venner")).content.decode()


def test_the_voice_of_the_browser_is_hidden_until_the_script_finds_a_danish_one(sheet: Sheet, amina: Client) -> None:
    assert '<p class="hear" hidden><button' in amina.get(page(sheet, "soevn")).content.decode()


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_sees_or_answers_her_questions(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    answers = [
        stranger.get(page(sheet, "soevn")),
        press(stranger, sheet, "3", "soevn"),
        press(stranger, sheet, "", "soevn"),
    ]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert kept(sheet) == []


def test_a_question_costs_the_same_with_one_answer_and_with_all(cast: Cast, sheet: Sheet, amina: Client) -> None:
    few = queries_of(amina, page(sheet, "soevn"))
    said(cast, sheet, **dict.fromkeys(ORDER, 5))
    many = queries_of(amina, page(sheet, "soevn"))
    assert few == many
    assert max(many, queries_of(amina, page(sheet, "arbejde"))) <= 12
