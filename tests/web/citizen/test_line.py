"""Min plads i køen: her lines and places with her number, and not a word of who else stands there."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.actions import prioritise
from bordenden.offers.models import Offer, Waiting
from bordenden.offers.words import OfferKind
from bordenden.plans import actions
from bordenden.plans.models import Plan
from tests.cast import MONDAY, Cast, client_of
from tests.offers.made import filled, offer_of
from tests.web.pages import queries_of, text_of
from tests.web.talking import refused, stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def url(cast: Cast) -> str:
    return reverse("line", args=[cast.aminas_table.pk])


def stands(cast: Cast, offer: Offer) -> None:
    plan = Plan.objects.get(table=cast.aminas_table)
    wish = actions.wish(plan=plan, offer=offer, why="Ja", form_key=uuid4(), by=cast.amina, at=MONDAY)
    actions.stand_in_line(chosen=wish, form_key=uuid4(), by=cast.amina, at=MONDAY)


def test_about_how_long_it_takes_is_told_once_places_have_become_free(story: Cast) -> None:
    first, second = (offer_of(story, capacity=1, name=name) for name in ("Gåtur", "Fjordholdet"))
    filled(story, first, held=1)
    filled(story, second, held=1, waits=1)
    for offer in (first, second):
        stands(story, offer)
    read = text_of(client_of(story.amina), url(story))
    assert "Gåtur Du er nummer 1 i køen. Det tager nok omkring 3 uger." in read
    assert "Fjordholdet Du er nummer 2 i køen. Det tager nok omkring 6 uger." in read
    assert "Prøv et arbejde med natur og dyr Du er nummer 1 i køen. Hvor længe tager det? Det ved vi ikke" in read


@pytest.mark.requirement("R46")
def test_her_number_stands_there_for_courses_and_for_people(story: Cast) -> None:
    stands(story, offer_of(story, capacity=0, kind=OfferKind.PERSON, name="Anna, mentor"))
    read = text_of(client_of(story.amina), url(story))
    assert "Prøv et arbejde med natur og dyr Du er nummer 1 i køen. Hvor længe tager det?" in read
    assert "Anna, mentor Du er nummer 1 i køen." in read
    assert "Samtaler om dit helbred Du har sagt ja. Pladsen er din." in read
    assert [name for name in ("Karim", "Jens", "F-2") if name in read] == []


def test_a_priority_is_read_with_its_reason(story: Cast) -> None:
    waiting = Waiting.objects.get(table=story.aminas_table, state="waiting")
    prioritise(waiting=waiting, priority=1, why="Du flytter snart.", by=story.lis, at=MONDAY)
    assert "Du er rykket frem i køen: Du flytter snart." in text_of(client_of(story.amina), url(story))


def test_more_lines_cost_no_more_and_it_is_hers_alone(story: Cast) -> None:
    amina = client_of(story.amina)
    few = queries_of(amina, url(story))
    for number in range(4):
        stands(story, offer_of(story, capacity=number % 2, name=f"Tilbud {number}"))
    assert queries_of(amina, url(story)) == few <= 12
    refused(story, url(story), {}, "bo", "jens")
