"""The end of a round: nobody has seen it, three buttons, and closed is the default."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import choose, put_first
from bordenden.assessments.models import Sheet
from bordenden.assessments.queries import work_on
from bordenden.assessments.words import Sharing
from bordenden.foundation.clock import now
from bordenden.meetings.queries import open_items
from bordenden.pathways.actions import leave_seat, open_room
from bordenden.pathways.words import Room
from tests.assessments.twenty import named
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun, ole_follows, said
from tests.web.pages import queries_of, text_of, words_in


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    """Amina's open round with two numbers, one of them shielded, and one skipped."""
    sheet = begun(cast)
    said(cast, sheet, soevn=3, venner=None, tillid=2)
    return sheet


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(sheet: Sheet) -> str:
    return reverse("sheet_done", args=[sheet.pk])


def state(sheet: Sheet) -> tuple[str, object, bool]:
    sheet.refresh_from_db()
    return sheet.sharing, sheet.shared_to, sheet.finished_at is not None


def test_nobody_has_seen_it_and_three_ways_are_open(cast: Cast, sheet: Sheet, amina: Client) -> None:
    read = text_of(amina, address(sheet))
    assert "Ingen har set dine svar endnu. Du behøver ikke svare på alt." in read
    assert "Send til Bo Bo kan læse dine svar fra nu af. Vis det til Bo, når vi mødes" in read
    assert "Behold det selv Kun du kan se det. Du kan altid sende det senere." in read
    assert "De her svar får Bo aldrig at se: Indflydelse, Tillid." in read


@pytest.mark.parametrize(("choice", "sharing"), [("send", "sent"), ("meeting", "meeting")])
def test_she_sends_it_to_bo_or_for_the_meeting(
    cast: Cast, sheet: Sheet, amina: Client, choice: str, sharing: str
) -> None:
    sent = {"choice": choice, "seat": str(cast.bos_seat.pk)}
    assert amina.post(address(sheet), sent)["Location"] == address(sheet)
    assert state(sheet) == (sharing, cast.bos_seat, True)


def test_she_keeps_it_and_the_second_press_changes_nothing(cast: Cast, sheet: Sheet, amina: Client) -> None:
    for _time in range(2):
        assert amina.post(address(sheet), {"choice": "keep"}).status_code == 303
    assert state(sheet) == (Sharing.KEPT, None, True)
    assert "Tak. Dine svar er gemt. Kun du kan se dine svar. Se min udvikling" in text_of(amina, address(sheet))


def test_who_else_will_see_it_is_said_by_name(cast: Cast, sheet: Sheet, amina: Client) -> None:
    open_room(seat=cast.mies_seat, room=Room.DEVELOPMENT, by=cast.amina, at=now() - timedelta(minutes=1))
    assert "Du har åbnet Min udvikling for Mie. Tallene kommer med dér." in text_of(amina, address(sheet))


def test_bo_was_replaced_while_she_read_the_page(cast: Cast, sheet: Sheet, amina: Client) -> None:
    """Her page says Bo. Nothing is sent, nothing is finished, and she is asked again with the new name."""
    amina.get(address(sheet))
    seat = ole_follows(cast)
    response = amina.post(address(sheet), {"choice": "send", "seat": str(cast.bos_seat.pk)})
    read = words_in(response.content.decode())
    assert response.status_code == 422
    assert "Bo er ikke din sagsbehandler mere. Det er Ole nu. Vil du dele det med Ole?" in read
    assert "Send til Ole" in read
    assert state(sheet) == (Sharing.KEPT, None, False)
    amina.post(address(sheet), {"choice": "send", "seat": str(seat.pk)})
    assert state(sheet) == (Sharing.SENT, seat, True)


def test_without_a_caseworker_she_can_keep_it(cast: Cast, sheet: Sheet, amina: Client) -> None:
    leave_seat(seat=cast.bos_seat, by=cast.bo, at=MONDAY)
    read = text_of(amina, address(sheet))
    assert "Du har ingen sagsbehandler lige nu. Du kan sende det senere." in read
    assert "Send til" not in read
    assert amina.post(address(sheet), {"choice": "keep"}).status_code == 303


@pytest.mark.parametrize("sent", [{}, {"choice": "all"}, {"choice": "send"}, {"choice": "send", "seat": "x"}])
def test_what_no_button_sends_shares_nothing(sheet: Sheet, amina: Client, sent: dict[str, str]) -> None:
    assert amina.post(address(sheet), sent).status_code == 422
    assert state(sheet) == (Sharing.KEPT, None, False)


def test_the_seat_of_mie_is_no_caseworkers(cast: Cast, sheet: Sheet, amina: Client) -> None:
    assert amina.post(address(sheet), {"choice": "send", "seat": str(cast.mies_seat.pk)}).status_code == 422
    assert state(sheet) == (Sharing.KEPT, None, False)


def test_a_round_without_a_single_answer_goes_on(cast: Cast, amina: Client) -> None:
    empty = begun(cast)
    response = amina.post(address(empty), {"choice": "keep"})
    assert response.status_code == 422
    assert "Svar på et spørgsmål først. Du må gerne springe resten over." in words_in(response.content.decode())


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_sees_or_ends_her_round(cast: Cast, sheet: Sheet, who: str) -> None:
    stranger = client_of(getattr(cast, who))
    ended = stranger.post(address(sheet), {"choice": "keep"})
    assert (stranger.get(address(sheet)).status_code, ended.status_code) == (404, 404)
    assert state(sheet) == (Sharing.KEPT, None, False)


def test_it_costs_at_most_twelve_queries(sheet: Sheet, amina: Client) -> None:
    assert queries_of(amina, address(sheet)) <= 12


@pytest.mark.parametrize(("choice", "lines"), [("send", ["Venner", "Soevn"]), ("meeting", []), ("keep", [])])
def test_what_she_chose_is_on_the_agenda_of_what_she_sends_and_of_nothing_else(
    cast: Cast, amina: Client, choice: str, lines: list[str]
) -> None:
    """Before she shows the rest nobody reads from an agenda what it was about; sent twice it stands once."""
    sheet = begun(cast)
    said(cast, sheet, soevn=3, venner=6, tillid=2)
    choose(sheet=sheet, items=[named(sheet.version, code) for code in ("venner", "soevn")], by=cast.amina, at=MONDAY)
    put_first(choice=work_on(sheet=sheet).get(item__code="venner"), by=cast.amina, at=MONDAY)
    for _press in range(2):
        amina.post(address(sheet), {"choice": choice, "seat": str(cast.bos_seat.pk)})
    waiting = open_items(table=cast.aminas_table)
    assert [(item.words, item.topic, item.put_by) for item in waiting] == [
        (words, words.lower(), cast.amina) for words in lines
    ]
