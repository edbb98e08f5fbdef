"""Stop med Mie: one press, no reason; a page that is old stops with nobody else."""

import pytest
from django.urls import reverse

from bordenden.mentors.models import MentorParting
from tests.cast import Cast, client_of
from tests.web.citizen.mentor_stories import at_hers, chosen, mentor_now
from tests.web.reading import form_of, words_of
from tests.web.talking import page, refused, stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_amina_stops_with_mie_and_no_field_asks_why(story: Cast) -> None:
    url, amina = at_hers(story, "mentor_stop"), client_of(story.amina)
    shown = amina.get(url)
    assert list(form_of(shown)) == ["seat"]
    assert "Stop med Mie? Det er helt i orden. Du behøver ikke sige hvorfor." in words_of(shown)
    sent = amina.post(url, form_of(shown))
    assert (sent.status_code, sent["Location"]) == (303, at_hers(story, "my_mentor"))
    assert (mentor_now(story.aminas_table), MentorParting.objects.get(seat=story.mies_seat).why) == ("", "citizen")
    assert client_of(story.mie).get(reverse("guest_table", args=[story.aminas_table.pk])).status_code == 404


def test_an_old_page_does_not_stop_with_the_next_mentor(story: Cast) -> None:
    amina, url = client_of(story.amina), at_hers(story, "mentor_stop")
    old = form_of(amina.get(url))
    chosen(story, "Aisha")
    for sent in (old, {}):
        assert amina.post(url, sent).status_code == 303
    assert amina.post(url, {"seat": "x"}).status_code == 422
    assert mentor_now(story.aminas_table) == "Aisha"


def test_without_a_mentor_it_leads_back_and_it_is_hers_alone(story: Cast) -> None:
    karims = client_of(story.karim).get(reverse("mentor_stop", args=[story.karims_table.pk]))
    assert (karims.status_code, karims["Location"]) == (303, reverse("my_mentor", args=[story.karims_table.pk]))
    refused(story, at_hers(story, "mentor_stop"), {"seat": story.mies_seat.pk}, "bo")
    assert mentor_now(story.aminas_table) == "Mie"


def test_two_heads_are_told_that_it_counts_for_both(story: Cast) -> None:
    url = reverse("mentor_stop", args=[story.holms_table.pk])
    assert "I er to for bordenden. Det gælder for jer begge." in page(story.jens, url)
