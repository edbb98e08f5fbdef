"""Det har jeg valgt: where each thing stands, the buttons that make sense, her pace, and what has happened."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Chosen
from tests.cast import Cast, client_of
from tests.web.chosen_stories import hers
from tests.web.pages import queries_of, text_of
from tests.web.reading import words_of
from tests.web.talking import refused, stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def url(cast: Cast, starter: str) -> str:
    return reverse("chosen", args=[hers(cast, starter).pk])


@pytest.mark.requirement("R153")
def test_her_plan_names_what_she_has_chosen_in_her_order_with_where_it_stands(story: Cast) -> None:
    plan = hers(story, "praktik-natur").plan
    read = text_of(client_of(story.amina), reverse("plan", args=[plan.pk])).split("Det har jeg valgt ")[1]
    assert read.startswith(
        "Samtaler om dit helbred Jeg er i gang · Nu "
        "Prøv et arbejde med natur og dyr Jeg venter på en plads · Snart "
        "Bliv bedre til at læse, skrive og regne Jeg har bedt om det · Snart "
        "Tal med en vejleder om uddannelse Et ønske · Snart "
        "Besøge de to børnehaver, som Bo fandt Et ønske · Snart "
        "Prøv et arbejde med omsorg Et ønske · Snart "
    )


def test_a_thing_she_waits_for_says_her_number_and_that_nobody_knows_how_long(story: Cast) -> None:
    read = text_of(client_of(story.amina), url(story, "praktik-natur"))
    assert "Du er nummer 1 i køen. Hvor længe tager det? Det ved vi ikke endnu." in read
    assert "Karim" not in read
    assert "Jens" not in read


def test_buttons_do_one_thing_and_what_does_not_follow_is_refused_in_words(story: Cast) -> None:
    amina, care = client_of(story.amina), url(story, "praktik-omsorg")
    assert (amina.post(care, {"do": "ask"}).status_code, hers(story, "praktik-omsorg").status) == (303, "requested")
    answer = amina.post(care, {"do": "complete"})
    assert (answer.status_code, "Der står: Jeg har bedt om det." in words_of(answer)) == (422, True)
    assert amina.post(care, {"do": "hocus"}).status_code == 303
    under_way = url(story, "sundhedssamtaler")
    assert (amina.post(under_way, {"do": "stop"}).status_code, hers(story, "sundhedssamtaler").status) == (
        303,
        "stopped",
    )
    assert "Sig, hvordan det gik" in text_of(amina, under_way)


@pytest.mark.requirement("R129")
def test_she_sets_her_pace_and_a_pace_set_on_another_telephone_is_shown_beside(story: Cast) -> None:
    amina, there = client_of(story.amina), url(story, "praktik-omsorg")
    assert amina.post(there, {"do": "tempo", "tempo": "later", "seen": "soon"}).status_code == 303
    answer = amina.post(there, {"do": "tempo", "tempo": "now", "seen": "soon"})
    read = words_of(answer)
    assert answer.status_code == 422
    assert "Din tekst Hvornår passer det dig? Nu Den gemte tekst Hvornår passer det dig? Senere" in read
    assert Chosen.objects.get(pk=hers(story, "praktik-omsorg").pk).tempo == "later"
    assert amina.post(there, {"do": "tempo", "tempo": "", "seen": "later"}).status_code == 422


def test_a_no_is_read_with_who_said_it_why_and_the_letter(story: Cast) -> None:
    read = text_of(client_of(story.amina), url(story, "stoette-hjemme"))
    assert "Bo Lund svarede den 12. februar 2026. Du fortæller, at du klarer hverdagen" in read
    assert "Læs brevet" in read
    assert "Spørg igen" in read


def test_it_is_hers_alone_and_costs_little(story: Cast) -> None:
    refused(story, url(story, "praktik-natur"), {"do": "leave"}, "bo", "jens")
    assert queries_of(client_of(story.amina), url(story, "praktik-natur")) <= 12
