"""Jeg vil med, and Jeg kommer ikke alligevel."""

from datetime import timedelta

import pytest

from bordenden.offers.models import Attending, Event
from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import evening, of_amina
from tests.web.reading import words_of


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def test_she_changes_her_mind_as_often_as_she_likes(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "event_attend", evening(story).pk)
    hers = Attending.objects.filter(table=story.aminas_table)
    goes = []
    for coming in ("0", "0", "1"):
        assert amina.post(url, {"coming": coming})["Location"] == of_amina(story, "events")
        goes.append(hers.get().off_at is None)
    assert goes == [False, False, True]
    assert amina.get(url).status_code == 405


def test_one_that_was_called_off_meanwhile_says_so(story: Cast) -> None:
    fair = Event.objects.filter(municipality=story.fjordby).order_by("-starts_at")[0]
    Event.objects.filter(pk=fair.pk).update(cancelled_at=MONDAY - timedelta(hours=1))
    refused = client_of(story.amina).post(of_amina(story, "event_attend", fair.pk), {"coming": "1"})
    assert (refused.status_code, "aflyst" in words_of(refused)) == (422, True)
    assert not Attending.objects.filter(event=fair).exists()
