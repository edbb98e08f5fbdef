"""Hvornår taler I sammen?: Amina writes down what they have agreed."""

import pytest
from django.urls import reverse

from bordenden.meetings.models import Conversation
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import form_of, words_of
from tests.web.talking import refused, stand_at

TOLD = {"starts_at": "2026-03-09T10:15", "place": "home", "minutes": "30"}


def url(cast: Cast) -> str:
    return reverse("talk_new", args=[cast.aminas_table.pk])


def test_amina_arranges_a_talk_at_home(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    amina = client_of(cast.amina)
    shown = amina.get(url(cast))
    assert ("Hjemme hos mig" in words_of(shown), "borgeren" in words_of(shown)) == (True, False)
    sent = {**form_of(shown), **TOLD}
    assert [amina.post(url(cast), sent).status_code for _click in range(2)] == [303, 303]
    made = Conversation.objects.get()
    assert (made.starts_at.isoformat(), made.place, made.minutes) == ("2026-03-09T09:15:00+00:00", "home", 30)
    assert (made.arranged_by, made.arranged_at) == (cast.amina, MONDAY)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"starts_at": ""}, "Vælg en dag og et klokkeslæt."),
        ({"starts_at": "i morgen"}, "Skriv dag og klokkeslæt"),
        ({"starts_at": "2026-03-01T10:00"}, "Den dag er gået."),
        ({"starts_at": "2199-01-01T10:00"}, "mere end et år frem"),
        ({"place": "mars"}, "gyldig valgmulighed"),
        ({"minutes": "1"}, "5"),
    ],
)
def test_what_cannot_be_is_told_and_stays(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, wrong: dict[str, str], told: str
) -> None:
    stand_at(monkeypatch)
    amina = client_of(cast.amina)
    answer = amina.post(url(cast), {**form_of(amina.get(url(cast))), **TOLD, **wrong})
    assert (answer.status_code, told in words_of(answer)) == (422, True)
    assert Conversation.objects.count() == 0


def test_the_back_button_with_another_time_makes_a_second_one_when_sent_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    amina = client_of(cast.amina)
    sent = {**form_of(amina.get(url(cast))), **TOLD}
    amina.post(url(cast), sent)
    again = amina.post(url(cast), {**sent, "starts_at": "2026-03-10T10:15"})
    assert (again.status_code, "allerede gemt" in words_of(again)) == (422, True)
    assert amina.post(url(cast), {**form_of(again), "place": "home"}).status_code == 303
    assert Conversation.objects.count() == 2


def test_nobody_else_arranges(cast: Cast) -> None:
    refused(cast, url(cast), TOLD, "bo")
    assert Conversation.objects.count() == 0
