"""Invitationer på papir: a sheet each, which says that nobody has to come."""

import pytest
from django.urls import reverse

from bordenden.intake import actions
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import candidate, meeting
from tests.web.pages import text_of
from tests.web.talking import stand_at


def test_each_has_a_sheet_with_where_and_when(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    pia, nina = cast.pia, candidate(cast)
    held = meeting(cast, pia)
    url = reverse("information_letters", args=[held.pk])
    assert "Ingen er inviteret endnu" in text_of(client_of(pia), url)
    actions.invite(meeting=held, candidates=[nina], by=pia, at=MONDAY)
    words = text_of(client_of(pia), url)
    assert "Nina Nør" in words
    assert "Du er inviteret den 9. marts 2026 klokken 10.00 til 12.00. Vi mødes her: Biblioteket." in words
    assert "Det får ingen følger, hvis du ikke kommer." in words
    assert "Ring til Pia på" in words
