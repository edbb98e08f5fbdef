"""Mine vurderinger: every finished round with its day and who can see it; nobody inherits."""

import pytest
from django.test import Client
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, send, start, start_together
from bordenden.assessments.models import Sheet
from bordenden.assessments.words import AnswerKind, Purpose
from tests.assessments.twenty import named, publish_wellbeing
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS, ole_follows, over
from tests.web.pages import queries_of, text_of


@pytest.fixture
def amina(cast: Cast) -> Client:
    return client_of(cast.amina)


def address(cast: Cast) -> str:
    return reverse("sheets", args=[cast.aminas_table.pk])


def test_a_finished_round_stands_with_its_day_and_who_sees_it(cast: Cast, amina: Client) -> None:
    over(cast)
    assert "Min vurdering, 2. marts 2026 Kun du kan se dine svar." in text_of(amina, address(cast))


def test_an_open_round_does_not_stand_there(cast: Cast, amina: Client) -> None:
    sheet = over(cast)
    start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    assert text_of(amina, address(cast)).count("Se svarene – 2. marts 2026") == 1
    assert sheet.finished_at is not None


def test_before_the_first_it_says_what_will_stand_here(cast: Cast, amina: Client) -> None:
    assert "Når du er færdig med en vurdering, står den her." in text_of(amina, address(cast))


def test_min_trivsel_shows_its_number(cast: Cast, amina: Client) -> None:
    version = publish_wellbeing(at=MONDAY)
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY, purpose=Purpose.WELLBEING)
    for item in version.items.order_by("position"):
        answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=4, by=cast.amina, at=MONDAY)
    finish(sheet=sheet, by=cast.amina, at=MONDAY)
    assert "Min trivsel, 2. marts 2026 Dit tal er 40 af 100. Kun du kan se dine svar." in text_of(
        amina, address(cast)
    )


def test_the_new_caseworker_gets_what_bo_had_only_when_she_says_so(cast: Cast, amina: Client) -> None:
    sheet = over(cast)
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert "Send også det" not in text_of(amina, address(cast))
    seat = ole_follows(cast)
    read = text_of(amina, address(cast))
    assert (
        "Ole er din sagsbehandler nu Ole kan ikke se det, du har sendt til Bo. Send også det, Bo fik, til Ole" in read
    )
    assert client_of(cast.ole).get(reverse("case_sheet", args=[sheet.pk])).status_code == 404
    assert amina.post(address(cast), {"seat": str(seat.pk)}).status_code == 303
    assert client_of(cast.ole).get(reverse("case_sheet", args=[sheet.pk])).status_code == 200
    assert "Send også det" not in text_of(amina, address(cast))


def test_an_old_page_sends_nothing_to_who_has_gone(cast: Cast, amina: Client) -> None:
    sheet = over(cast)
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    ole_follows(cast)
    for seat in (cast.birthes_seat.pk, "x"):
        assert amina.post(address(cast), {"seat": str(seat)}).status_code == 422
    sheet.refresh_from_db()
    assert sheet.shared_to == cast.bos_seat


def test_what_bo_wrote_for_her_asks_for_a_yes(cast: Cast, amina: Client) -> None:
    over(cast)
    penned = start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    item = named(penned.version, "soevn")
    answer(sheet=penned, item=item, kind=AnswerKind.RATED, value=3, by=cast.amina, pen=cast.bo, at=MONDAY)
    finish(sheet=penned, by=cast.amina, pen=cast.bo, at=MONDAY)
    assert "Bo skrev for dig den 2. marts 2026. Er det rigtigt? Læs og sig til" in text_of(amina, address(cast))
    table = text_of(amina, reverse("table", args=[cast.aminas_table.pk]))
    assert "Bo skrev dine svar ned. Er det rigtigt?" in table


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_reads_the_list(cast: Cast, who: str) -> None:
    over(cast)
    stranger = client_of(getattr(cast, who))
    assert (stranger.get(address(cast)).status_code, stranger.post(address(cast)).status_code) == (404, 404)


def test_one_round_costs_as_much_as_three(cast: Cast, amina: Client) -> None:
    sheet = over(cast)
    one = queries_of(amina, address(cast))
    for _time in range(2):
        Sheet.objects.create(
            table=cast.aminas_table,
            municipality=cast.fjordby,
            version=sheet.version,
            started_at=MONDAY,
            finished_at=MONDAY,
            sharing="sent",
            shared_to=cast.bos_seat,
            shared_at=MONDAY,
        )
    assert queries_of(amina, address(cast)) == one <= 12
