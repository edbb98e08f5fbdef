"""Der er en plads til dig: the one card on Mit bord, yes and no, and a place that has gone on."""

import pytest
from django.urls import reverse

from bordenden.plans.actions import pass_places_on
from bordenden.plans.models import Chosen
from tests.cast import MONDAY, Cast, client_of
from tests.web.chosen_stories import jens_place
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def board(cast: Cast) -> str:
    return text_of(client_of(cast.jens), reverse("table", args=[cast.holms_table.pk]))


def test_a_place_with_a_deadline_is_the_one_card_on_mit_bord(story: Cast) -> None:
    card = "Prøv et arbejde med omsorg Der er en plads til dig. Svar senest den 7. marts. Svar ja eller nej"
    assert card in board(story)


def test_a_yes_makes_the_place_hers_and_a_no_leaves_the_wish(story: Cast) -> None:
    jens, place = client_of(story.jens), jens_place()
    there = reverse("place_answer", args=[place.pk])
    assert "Børnehaven Solsikken" in text_of(jens, there)
    answer = jens.post(there, {"do": "yes"})
    chosen = Chosen.objects.get(waiting=place)
    assert (answer.status_code, answer["Location"]) == (303, reverse("chosen", args=[chosen.pk]))
    assert "Du har sagt ja. Pladsen er din." in text_of(jens, answer["Location"])
    late = jens.post(there, {"do": "no"})
    assert (late.status_code, "Har sagt ja til pladsen" in words_of(late)) == (422, True)
    assert "Der er en plads til dig" not in board(story)


def test_a_no_leaves_the_wish_on_the_plan(story: Cast) -> None:
    place = jens_place()
    client_of(story.jens).post(reverse("place_answer", args=[place.pk]), {"do": "no"})
    assert Chosen.objects.get(waiting=place).status == "wish"


def test_a_place_that_has_gone_on_says_so_and_the_way_back(story: Cast) -> None:
    place = jens_place()
    pass_places_on(offer=place.offer, at=place.answer_by or MONDAY)
    jens, there = client_of(story.jens), reverse("place_answer", args=[place.pk])
    assert "Fristen gik, og pladsen gik videre Vil du stadig gerne?" in text_of(jens, there)
    assert jens.post(there, {"do": "yes"}).status_code == 422


def test_it_is_his_alone_and_costs_little(story: Cast) -> None:
    there = reverse("place_answer", args=[jens_place().pk])
    for name in ("amina", "bo", "ole", "lis", "karim", "mie", "niels", "stine"):
        other = client_of(getattr(story, name))
        assert (name, other.get(there).status_code, other.post(there, {"do": "yes"}).status_code) == (name, 404, 404)
    assert queries_of(client_of(story.jens), there) <= 12
