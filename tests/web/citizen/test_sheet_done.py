"""The end of a round: what she answered, who will see it, one button; and thanks."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, start
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import asked
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.clock import now
from bordenden.pathways.actions import open_room
from bordenden.pathways.words import Room
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
    """Amina's open round with a number, one skipped and eighteen left."""
    sheet = start(table=told.aminas_table, by=told.amina, at=MONDAY)
    first, second, *_rest = asked(sheet=sheet)
    answer(sheet=sheet, item=first, kind=AnswerKind.RATED, value=7, by=told.amina, at=MONDAY)
    answer(sheet=sheet, item=second, kind=AnswerKind.SKIPPED, by=told.amina, at=MONDAY)
    return sheet


def address(sheet: Sheet) -> str:
    return reverse("sheet_done", args=[sheet.pk])


def test_she_reads_her_answers_and_that_questions_may_stay_empty(told: Cast, sheet: Sheet) -> None:
    read = text_of(client_of(told.amina), address(sheet))
    assert "Er du færdig? Kun du kan se dine svar. Også når du er færdig." in read
    assert "Du behøver ikke svare på alt." in read
    assert "En vej mod job 7 Ret" in read
    assert "Troen på et job Sprunget over Ret" in read
    assert "Kræfter og koncentration Ikke svaret endnu Svar" in read


def test_who_will_see_it_is_said_before_and_after(told: Cast, sheet: Sheet) -> None:
    for seat in (told.mies_seat, told.bos_seat):
        open_room(seat=seat, room=Room.DEVELOPMENT, by=told.amina, at=now() - timedelta(minutes=1))
    amina = client_of(told.amina)
    assert "Du har åbnet din udvikling for Mie og Bo. Når du er færdig, kommer dine nye svar med." in text_of(
        amina, address(sheet)
    )
    amina.post(address(sheet))
    assert "Tak. Gemt. Du har åbnet din udvikling for Mie og Bo. Den er lukket for alle andre." in text_of(
        amina, address(sheet)
    )


def test_the_button_ends_the_round_once(told: Cast, sheet: Sheet) -> None:
    amina = client_of(told.amina)
    first = amina.post(address(sheet))
    assert (first.status_code, first["Location"]) == (303, address(sheet))
    sheet.refresh_from_db()
    ended = sheet.finished_at
    assert ended is not None
    assert amina.post(address(sheet)).status_code == 303
    sheet.refresh_from_db()
    assert sheet.finished_at == ended
    assert "Tak. Gemt. Kun du kan se det. Se min udvikling" in text_of(amina, address(sheet))


def test_a_round_without_a_single_answer_goes_on(told: Cast) -> None:
    empty = start(table=told.aminas_table, by=told.amina, at=MONDAY)
    response = client_of(told.amina).post(address(empty))
    assert response.status_code == 422
    assert "Svar på et spørgsmål først. Du må gerne springe resten over." in words_in(response.content.decode())
    empty.refresh_from_db()
    assert empty.finished_at is None


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "niels"])
def test_nobody_else_sees_or_ends_her_round(told: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(told, who))
    assert (stranger.get(address(sheet)).status_code, stranger.post(address(sheet)).status_code) == (404, 404)
    sheet.refresh_from_db()
    assert sheet.finished_at is None


def test_it_costs_at_most_twelve_queries(told: Cast, sheet: Sheet) -> None:
    assert queries_of(client_of(told.amina), address(sheet)) <= 12
