"""Et arrangement hos den, der passer det: change, publish, call off."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.models import Event
from bordenden.web.threshold import opens
from tests.cast import MONDAY, Cast, client_of
from tests.web.insight.keeping import refused_to_others
from tests.web.insight.test_event_new import SAID
from tests.web.insight.test_event_new import url as new


@pytest.fixture
def at_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opens, "now", lambda: MONDAY)


def test_lis_publishes_changes_and_calls_off(cast: Cast, at_monday: None) -> None:
    lis = client_of(cast.lis)
    url = lis.post(new(cast), {**SAID, "form_key": str(uuid4())})["Location"]
    assert lis.post(url, {"publish": "1"}).status_code == 303
    assert lis.post(url, {**SAID, "place": "Skolen", "version": "1"}).status_code == 303
    stale = lis.post(url, {**SAID, "place": "Havnen", "version": "1"})
    assert (stale.status_code, "Skolen" in stale.content.decode()) == (422, True)
    assert lis.post(url, {"cancel": "1"}).status_code == 303
    event = Event.objects.get()
    assert (event.place, event.cancelled_at) == ("Skolen", MONDAY)
    assert "Det står på borgernes liste som aflyst" in lis.get(url).content.decode()


def test_one_that_says_too_little_is_not_published(cast: Cast, at_monday: None) -> None:
    lis = client_of(cast.lis)
    url = lis.post(new(cast), {**SAID, "for_whom": "", "form_key": str(uuid4())})["Location"]
    answer = lis.post(url, {"publish": "1"})
    assert (answer.status_code, "hvem det er for" in answer.content.decode()) == (422, True)
    assert Event.objects.get().published_at is None


def test_it_is_the_own_municipalitys(story: Cast) -> None:
    event = Event.objects.filter(municipality=story.fjordby).order_by("starts_at")[0]
    refused_to_others(story, reverse("event_kept", args=[event.pk]))
