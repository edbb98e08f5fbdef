"""Nyt møde: saved once however often it is sent, and refused with what was typed."""

import pytest
from django.urls import reverse

from bordenden.intake.models import InformationMeeting
from tests.cast import Cast, client_of
from tests.web.talking import stand_at

SAID = {
    "kind": "information",
    "title": "Kom og hør",
    "starts_at": "2026-03-12T10:00",
    "minutes": "90",
    "place": "Biblioteket",
}


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_sent_twice_it_is_one_meeting(cast: Cast) -> None:
    pia, url = client_of(cast.pia), reverse("information_meeting_new", args=[cast.project.pk])
    answers = [pia.post(url, SAID) for _time in range(2)]
    made = InformationMeeting.objects.get()
    assert {(one.status_code, one["Location"]) for one in answers} == {
        (303, reverse("information_meeting", args=[made.pk]))
    }
    assert (made.title, (made.ends_at - made.starts_at).total_seconds()) == ("Kom og hør", 90 * 60)


def test_a_day_that_is_gone_is_refused_and_what_was_typed_stays(cast: Cast) -> None:
    pia, url = client_of(cast.pia), reverse("information_meeting_new", args=[cast.project.pk])
    refused = pia.post(url, {**SAID, "starts_at": "2026-03-01T10:00"})
    assert (refused.status_code, InformationMeeting.objects.count()) == (422, 0)
    page = refused.content.decode()
    assert "Tidspunktet er gået" in page
    assert 'value="Biblioteket"' in page
