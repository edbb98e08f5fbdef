"""Stil mig i køen: what it means, how many go before, and once however often it is sent."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.models import Offer, Waiting
from tests.cast import Cast, client_of
from tests.web.chosen_stories import hers
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of
from tests.web.talking import refused, stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def url(cast: Cast) -> str:
    return reverse("line_join", args=[hers(cast, "praktik-omsorg").pk])


def test_a_free_place_is_hers_to_answer_for_at_once_and_twice_is_once(story: Cast) -> None:
    amina = client_of(story.amina)
    assert "Der er en plads fri. Du får den tilbudt med det samme." in text_of(amina, url(story))
    key = str(uuid4())
    answers = [amina.post(url(story), {"form_key": key}) for _time in range(2)]
    line = reverse("line", args=[story.aminas_table.pk])
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(303, line)] * 2
    assert Waiting.objects.filter(table=story.aminas_table, offer__starter="praktik-omsorg").count() == 1
    assert hers(story, "praktik-omsorg").status == "offered"


def test_without_room_she_reads_her_number_and_stands_there(story: Cast) -> None:
    Offer.objects.filter(starter="praktik-omsorg").update(capacity=1)
    amina = client_of(story.amina)
    assert "Du bliver nummer 1 i køen." in text_of(amina, url(story))
    amina.post(url(story), {"form_key": str(uuid4())})
    assert hers(story, "praktik-omsorg").status == "waiting"


def test_what_is_withdrawn_meanwhile_is_said_in_words(story: Cast) -> None:
    Offer.objects.filter(starter="praktik-omsorg", municipality=story.fjordby).update(withdrawn_at=story.at)
    answer = client_of(story.amina).post(url(story), {"form_key": str(uuid4())})
    assert (answer.status_code, "Det findes ikke mere." in words_of(answer)) == (422, True)


def test_it_is_hers_alone_and_costs_little(story: Cast) -> None:
    refused(story, url(story), {"form_key": str(uuid4())}, "bo", "jens")
    assert queries_of(client_of(story.amina), url(story)) <= 12
