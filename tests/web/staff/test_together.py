"""Vi svarer sammen: Bo begins, writes what Amina says, and hands it to her."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import answer, start
from bordenden.assessments.models import Sheet
from bordenden.assessments.words import AnswerKind
from bordenden.pathways.models import Table
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture(autouse=True)
def published(cast: Cast) -> None:
    publish(at=MONDAY)


@pytest.fixture
def bo(cast: Cast) -> Client:
    return client_of(cast.bo)


def address(table: Table) -> str:
    return reverse("together", args=[table.pk])


def press(client: Client, cast: Cast, what: str) -> int:
    return client.post(address(cast.aminas_table), {"do": what}).status_code


def test_opening_the_page_begins_nothing(cast: Cast, bo: Client) -> None:
    read = text_of(bo, address(cast.aminas_table))
    assert "Amina siger, og du skriver." in read
    assert "To spørgsmål om samarbejdet er ikke med." in read
    assert Sheet.objects.count() == 0


def test_he_begins_and_twice_is_once(cast: Cast, bo: Client) -> None:
    assert (press(bo, cast, "begin"), press(bo, cast, "begin")) == (303, 303)
    [sheet] = Sheet.objects.all()
    assert (sheet.pen, sheet.shared_to, sheet.sharing) == (cast.bo, cast.bos_seat, "sent")


def test_he_sees_this_round_and_nothing_from_before(cast: Cast, bo: Client) -> None:
    own = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    item = named(own.version, "soevn")
    answer(sheet=own, item=item, kind=AnswerKind.RATED, value=9, by=cast.amina, at=MONDAY)
    press(bo, cast, "begin")
    read = text_of(bo, address(cast.aminas_table))
    assert "Soevn Ikke svaret endnu Skriv – Soevn" in read
    assert "Tillid" not in read
    assert "Indflydelse" not in read


def test_handed_over_it_waits_for_her(cast: Cast, bo: Client) -> None:
    press(bo, cast, "begin")
    sheet = Sheet.objects.get()
    item = named(sheet.version, "soevn")
    answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=3, by=cast.amina, pen=cast.bo, at=MONDAY)
    assert press(bo, cast, "done") == 303
    assert "Det, du skrev sidst, venter på et ja fra Amina." in text_of(bo, address(cast.aminas_table))
    read = text_of(client_of(cast.amina), reverse("sheet_confirm", args=[sheet.pk]))
    assert "Bo skrev for dig den" in read


def test_an_empty_round_is_not_handed_over(cast: Cast, bo: Client) -> None:
    press(bo, cast, "begin")
    response = bo.post(address(cast.aminas_table), {"do": "done"})
    assert response.status_code == 422
    assert "Svar på et spørgsmål først." in words_in(response.content.decode())


def test_at_a_table_with_two_heads_it_must_be_said_whose_answers_they_are(cast: Cast) -> None:
    response = client_of(cast.ole).post(address(cast.holms_table), {"do": "begin"})
    assert response.status_code == 422
    assert "De svarer hver for sig på deres egen telefon." in words_in(response.content.decode())
    assert Sheet.objects.count() == 0


@pytest.mark.parametrize("sent", [{}, {"do": "all"}])
def test_what_no_button_sends_begins_nothing(cast: Cast, bo: Client, sent: dict[str, str]) -> None:
    assert bo.post(address(cast.aminas_table), sent).status_code == 422
    assert Sheet.objects.count() == 0


@pytest.mark.parametrize("who", ["amina", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_writes_for_her(cast: Cast, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    assert (stranger.get(address(cast.aminas_table)).status_code, press(stranger, cast, "begin")) == (404, 404)


def test_it_costs_at_most_twelve_queries(cast: Cast, bo: Client) -> None:
    press(bo, cast, "begin")
    assert queries_of(bo, address(cast.aminas_table)) <= 12
