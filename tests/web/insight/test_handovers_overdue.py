"""Planer at give videre: Lis reads case references and days, never a name or a word."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of
from tests.web.paper import held
from tests.web.talking import stand_at


def url(cast: Cast) -> str:
    return reverse("handovers_overdue", args=[cast.project.pk])


@pytest.mark.requirement("R159")
def test_lis_reads_the_case_number_alone(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    held(cast)
    stand_at(monkeypatch, MONDAY + timedelta(days=20))
    lis = client_of(cast.lis)
    said = text_of(lis, url(cast))
    assert "F-1 2. marts 2026 20" in said
    assert [word for word in ("Amina", "Yusuf", "børnehave") if word in said] == []
    assert queries_of(lis, url(cast)) <= 12


def test_nothing_is_overdue_and_nobody_else_looks(cast: Cast) -> None:
    assert "Alle aftalte planer er givet videre i tide" in text_of(client_of(cast.lis), url(cast))
    for name in ("amina", "bo", "mie", "niels", "eva", "stine"):
        assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
