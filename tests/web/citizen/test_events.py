"""Det sker: what is coming, and that nobody sees who else comes."""

from datetime import timedelta

import pytest

from bordenden.offers.models import Event
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import evening, of_amina
from tests.web.reading import words_of


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def test_she_sees_what_is_coming_and_that_she_comes_and_karim_sees_neither_her_nor_a_number(story: Cast) -> None:
    her_page = words_of(client_of(story.amina).get(of_amina(story, "events")))
    assert "Tirsdag den 10. marts kl. 16.00–18.00" in her_page
    assert ("Du kommer" in her_page, "Jeg kommer ikke alligevel" in her_page) == (True, True)
    url = of_amina(story, "events").replace(str(story.aminas_table.pk), str(story.karims_table.pk))
    his_page = words_of(client_of(story.karim).get(url))
    assert (evening(story).name in his_page, "Du kommer" in his_page, "Amina" in his_page) == (True, False, False)


def test_one_that_is_called_off_says_so_and_one_that_is_over_is_gone(story: Cast) -> None:
    amina, first = client_of(story.amina), evening(story)
    Event.objects.filter(pk=first.pk).update(cancelled_at=MONDAY - timedelta(hours=1))
    said = words_of(amina.get(of_amina(story, "events")))
    assert (first.name in said, "Aflyst" in said) == (True, True)
    over = MONDAY - timedelta(days=1)
    Event.objects.filter(pk=first.pk).update(starts_at=over, ends_at=over + timedelta(hours=1))
    assert first.name not in words_of(amina.get(of_amina(story, "events")))
