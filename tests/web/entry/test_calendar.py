"""Kalender: the days of this month for anybody, with nothing of the house in it."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from tests.web.pages import words_in


@pytest.fixture
def april(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("bordenden.web.entry.views.calendar.now", lambda: datetime(2026, 4, 1, 10, tzinfo=UTC))
    return Client().get("/kalender/").content.decode()


def test_it_is_the_month_with_its_days_off(april: str, db: None) -> None:
    assert words_in(april).startswith(
        "april 2026 Uge man tir ons tor fre lør søn 14 1 2 fri 3 fri 4 5 fri 15 6 fri 7 8 9 10 11 12 16 13"
    )
    assert re.findall(r'aria-current="date">(\d+)', april) == ["1"]


def test_it_says_nothing_of_where_she_has_been(april: str, db: None) -> None:
    assert not re.search("bord|kommune|log", words_in(april) + "".join(re.findall("<title>.*</title>", april)), re.I)
    assert re.findall("<title>(.*)</title>", april) == ["Kalender"]
