"""Få hjælp: two buttons, what she has asked for, and the answers as they were given."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.contactlog.actions import ask_for_help
from bordenden.contactlog.words import HelpKind
from bordenden.foundation.ids import new_id
from bordenden.pathways.actions import leave_seat
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA
from tests.web.pages import queries_of
from tests.web.reading import words_of


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def url_of(story: Cast) -> str:
    return reverse("help_requests", args=[story.aminas_table.pk])


def test_amina_reads_what_she_asked_and_what_bo_answered(story: Cast) -> None:
    said = words_of(client_of(story.amina).get(url_of(story)))
    assert "Bo hjælper dig. Du kan få et opkald, eller du kan skrive. Ring til mig Spørg om noget" in said
    assert "Hvem kan læse det, jeg skriver om min søvn? Du får svar senest søndag den 15. marts." in said
    assert "Må jeg tage min søster med, når vi mødes? Bo svarede" in said
    assert "Ja, meget gerne. Du bestemmer, hvem der er med." in said
    assert said.count("Tag det tilbage") == 1


def test_a_promise_that_was_not_kept_is_not_her_fault(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY + timedelta(days=20))
    said = words_of(client_of(story.amina).get(url_of(story)))
    assert "Du skulle have haft svar senest søndag den 15. marts. Det er ikke din fejl. Ring gerne." in said


def test_between_two_caseworkers_the_page_says_who_will_read_it(story: Cast) -> None:
    leave_seat(seat=story.bos_seat, by=story.bo, at=MONDAY)
    said = words_of(client_of(story.amina).get(url_of(story)))
    assert "Du har ingen sagsbehandler lige nu. Den nye kan læse det, du spørger om." in said


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_comes_in_not_even_bo_who_has_a_page_of_his_own(story: Cast, name: str) -> None:
    assert client_of(getattr(story, name)).get(url_of(story)).status_code == 404


def test_one_request_and_fifty_cost_the_same_queries(story: Cast) -> None:
    amina = client_of(story.amina)
    few = queries_of(amina, url_of(story))
    for number in range(50):
        ask_for_help(
            table=story.aminas_table,
            kind=HelpKind.OTHER,
            words=f"Spørgsmål {number}",
            form_key=new_id(),
            by=story.amina,
            at=MONDAY,
        )
    assert (queries_of(amina, url_of(story)), few <= 12) == (few, True)
