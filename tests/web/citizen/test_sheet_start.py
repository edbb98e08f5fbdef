"""Begins a round of Min vurdering once, however often the button is pressed."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import answer
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import asked
from bordenden.assessments.words import AnswerKind
from bordenden.worlds.cast.assessments import build_assessments
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of, words_in


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds."""
    build_assessments(cast)
    return cast


def address(cast: Cast) -> str:
    return reverse("sheet_start", args=[cast.aminas_table.pk])


def open_rounds(cast: Cast) -> list[Sheet]:
    return list(Sheet.objects.filter(table=cast.aminas_table, finished_at__isnull=True))


def test_opening_the_page_begins_nothing(told: Cast) -> None:
    read = text_of(client_of(told.amina), address(told))
    assert "Her siger du, hvordan du har det lige nu. Du må springe over, og du kan stoppe når som helst." in read
    assert "Begynd" in read
    assert open_rounds(told) == []


def test_the_button_leads_to_the_first_question_and_twice_is_once(told: Cast) -> None:
    amina = client_of(told.amina)
    first, again = amina.post(address(told)), amina.post(address(told))
    [sheet] = open_rounds(told)
    assert (first.status_code, again.status_code) == (303, 303)
    assert first["Location"] == again["Location"] == reverse("question", args=[sheet.pk, 1])


def test_a_round_begun_on_one_device_goes_on_at_the_next_question_on_another(told: Cast) -> None:
    client_of(told.amina).post(address(told))
    [sheet] = open_rounds(told)
    first, second, *rest = asked(sheet=sheet)
    answer(sheet=sheet, item=first, kind=AnswerKind.RATED, value=4, by=told.amina, at=MONDAY)
    other = client_of(told.amina)
    assert "Du er i gang. Vi har gemt det, du har svaret." in text_of(other, address(told))
    assert other.post(address(told))["Location"] == reverse("question", args=[sheet.pk, 2])
    for item in (second, *rest):
        answer(sheet=sheet, item=item, kind=AnswerKind.SKIPPED, by=told.amina, at=MONDAY)
    assert other.post(address(told))["Location"] == reverse("sheet_done", args=[sheet.pk])


def test_before_an_instrument_is_published_she_is_told_so(cast: Cast) -> None:
    response = client_of(cast.amina).post(address(cast))
    assert response.status_code == 422
    assert "Spørgsmålene er ikke klar endnu. Prøv igen en anden dag." in words_in(response.content.decode())


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "niels"])
def test_nobody_else_begins_her_round(told: Cast, who: str) -> None:
    stranger: Client = client_of(getattr(told, who))
    assert (stranger.get(address(told)).status_code, stranger.post(address(told)).status_code) == (404, 404)
    assert open_rounds(told) == []
