"""Skriv det på dagsordenen: what fell stands on the list for the next talk, without its numbers, nothing shielded."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.meetings.models import AgendaItem
from tests.assessments.histories import a_round, published, twenty
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import text_of


@pytest.fixture
def fell(cast: Cast) -> Cast:
    """Two topics are lower than before, one of them shielded; a third has risen."""
    version = published(twenty(), number=1, at=MONDAY)
    for place, (low, high) in enumerate(((8, 2), (3, 6))):
        said = {"emne-1": low, "emne-2": high, "emne-20": low}
        a_round(cast.aminas_table, version, said, at=MONDAY + timedelta(days=place))
    return cast


def address(cast: Cast) -> str:
    return reverse("talk_of_it", args=[cast.aminas_table.pk])


def on_the_agenda() -> list[str]:
    return list(AgendaItem.objects.order_by("position").values_list("words", flat=True))


def test_what_fell_is_put_there_once_and_the_page_says_so(fell: Cast) -> None:
    client, page = client_of(fell.amina), reverse("development", args=[fell.aminas_table.pk])
    assert "Så står der: Emne-1 . Tallene står der ikke." in text_of(client, page)
    for _ in range(2):
        assert client.post(address(fell))["Location"] == page
    assert on_the_agenda() == ["Emne-1"]
    read = text_of(client, page)
    assert "Det står på dagsordenen. I kan tale om det næste gang." in read
    assert "Skriv det på dagsordenen" not in read


def test_it_takes_a_press_and_writes_nothing_when_looked_at(fell: Cast) -> None:
    assert client_of(fell.amina).get(address(fell)).status_code == 405
    assert on_the_agenda() == []


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_can_do_it_for_her(fell: Cast, who: str) -> None:
    assert client_of(getattr(fell, who)).post(address(fell)).status_code == 404
    assert on_the_agenda() == []
