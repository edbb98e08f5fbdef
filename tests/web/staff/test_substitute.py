"""Vikar hos én borger: Ole takes over at Amina's table and at no other."""

import pytest
from django.urls import reverse

from bordenden.pathways.models import Seat
from bordenden.pathways.words import SeatRole
from tests.cast import Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import STRANGERS, body, fill, many_citizens


def url(cast: Cast) -> str:
    """The page about Amina's substitute."""
    return reverse("substitute", args=[cast.aminas_table.pk])


def stand_in(cast: Cast) -> None:
    """Bo presses Ole's button."""
    bo = client_of(cast.bo)
    answer = bo.post(url(cast), fill(bo, url(cast), colleague=str(cast.ole.pk)))
    assert (answer.status_code, answer["Location"]) == (303, url(cast))


def test_ole_takes_over_at_this_table_only(cast: Cast) -> None:
    many_citizens(cast, 1)
    stand_in(cast)
    assert [seat.table_id for seat in Seat.objects.filter(role=SeatRole.SUBSTITUTE)] == [cast.aminas_table.pk]
    assert "Ole Brandt:" in text_of(client_of(cast.bo), url(cast))


def test_ended_in_one_tap(cast: Cast) -> None:
    stand_in(cast)
    bo, case = client_of(cast.bo), reverse("case", args=[cast.aminas_table.pk])
    assert client_of(cast.ole).get(case).status_code == 200
    assert bo.post(url(cast), {"do": "end"}).status_code == 303
    assert client_of(cast.ole).get(case).status_code == 404
    assert "Ole Brandt:" not in text_of(bo, url(cast))


def test_nobody_chosen_says_so(cast: Cast) -> None:
    bo = client_of(cast.bo)
    refused = bo.post(url(cast), fill(bo, url(cast)))
    assert refused.status_code == 422
    assert "Vælg den kollega, der tager over." in body(refused)


@pytest.mark.parametrize("name", STRANGERS)
def test_nobody_else_opens_it(cast: Cast, name: str) -> None:
    somebody = client_of(getattr(cast, name))
    for answer in (somebody.get(url(cast)), somebody.post(url(cast), {"do": "end"})):
        assert answer.status_code == 404


def test_the_page_is_cheap(cast: Cast) -> None:
    stand_in(cast)
    assert queries_of(client_of(cast.bo), url(cast)) <= 12
