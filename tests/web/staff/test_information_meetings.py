"""Møder om projektet: Pia's list, counted and without a name; closed to everybody else."""

import pytest
from django.urls import reverse

from bordenden.intake import actions
from bordenden.intake.words import MeetingKind
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import candidate, meeting
from tests.web.pages import queries_of, text_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_pia_reads_how_many_were_invited_and_no_name(cast: Cast) -> None:
    pia = cast.pia
    url = reverse("information_meetings", args=[cast.project.pk])
    assert "Der er ingen møder endnu" in text_of(client_of(pia), url)
    held = meeting(cast, pia)
    one = queries_of(client_of(pia), url)
    actions.invite(meeting=held, candidates=[candidate(cast)], by=pia, at=MONDAY)
    for number in range(30):
        actions.call_meeting(
            project=cast.project,
            kind=MeetingKind.INFORMATION,
            title=f"Møde {number}",
            place=f"Lokale {number}",
            starts_at=held.starts_at,
            ends_at=held.ends_at,
            by=pia,
            at=MONDAY,
        )
    assert queries_of(client_of(pia), url) == one <= 12
    words = text_of(client_of(pia), url)
    assert "Nina" not in words
    assert "Side 1" in words


@pytest.mark.parametrize("name", ["bo", "lis", "niels", "amina"])
def test_it_is_the_intake_officers_alone(cast: Cast, name: str) -> None:
    for page in ("information_meetings", "information_meeting_new"):
        url = reverse(page, args=[cast.project.pk])
        assert client_of(getattr(cast, name)).get(url).status_code == 404
