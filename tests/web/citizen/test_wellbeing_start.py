"""Min trivsel: five questions of their own, offered and never asked for, and a number that is hers."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import Sheet
from tests.assessments.twenty import publish_wellbeing
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.rounds import STRANGERS
from tests.web.pages import queries_of, text_of, words_in


def address(cast: Cast) -> str:
    return reverse("wellbeing_start", args=[cast.aminas_table.pk])


def test_it_is_offered_and_begins_nothing_by_itself(cast: Cast) -> None:
    read = text_of(client_of(cast.amina), address(cast))
    assert "Du må gerne lade være. Det er ikke en del af Min vurdering." in read
    assert Sheet.objects.count() == 0


def test_all_five_give_one_number_and_no_judgement(cast: Cast) -> None:
    publish_wellbeing(at=MONDAY)
    amina = client_of(cast.amina)
    at = amina.post(address(cast))["Location"]
    for value in ("3", "7", "10", "0", "6"):
        at = amina.post(at, {"answer": value})["Location"]
    sheet = Sheet.objects.get()
    assert at == reverse("sheet_done", args=[sheet.pk])
    amina.post(at, {"choice": "keep"})
    read = text_of(amina, at)
    assert (
        "Dit tal er 52 af 100. Det er dit eget tal. Der er ikke noget rigtigt tal. Kun du kan se dine svar." in read
    )


def test_with_one_left_out_there_is_no_number(cast: Cast) -> None:
    publish_wellbeing(at=MONDAY)
    amina = client_of(cast.amina)
    at = amina.post(address(cast))["Location"]
    for value in ("3", "7", "10", "0", "skipped"):
        at = amina.post(at, {"answer": value})["Location"]
    amina.post(at, {"choice": "keep"})
    assert "Du får et tal, når du svarer på alle fem." in text_of(amina, at)


def test_before_it_is_published_she_is_told_so(cast: Cast) -> None:
    response = client_of(cast.amina).post(address(cast))
    assert response.status_code == 422
    assert "Spørgsmålene er ikke klar endnu." in words_in(response.content.decode())


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_begins_it(cast: Cast, who: str) -> None:
    publish_wellbeing(at=MONDAY)
    stranger = client_of(getattr(cast, who))
    assert (stranger.get(address(cast)).status_code, stranger.post(address(cast)).status_code) == (404, 404)


def test_it_costs_at_most_twelve_queries(cast: Cast) -> None:
    assert queries_of(client_of(cast.amina), address(cast)) <= 12
