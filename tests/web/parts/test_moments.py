"""Moments as people say them, in Danish time."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from bordenden.web.parts.moments import moment
from tests.cast import MONDAY


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime(2026, 3, 2, 8, 5, tzinfo=UTC), "i dag kl. 9.05"),
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), "i dag kl. 0.30"),
        (datetime(2026, 3, 1, 13, 5, tzinfo=UTC), "i går kl. 14.05"),
        (datetime(2026, 2, 28, 13, 5, tzinfo=UTC), "28. februar kl. 14.05"),
        (datetime(2025, 7, 28, 13, 5, tzinfo=UTC), "28. juli 2025 kl. 15.05"),
    ],
)
def test_today_yesterday_the_day_and_the_year_when_it_is_another(when: datetime, words: str) -> None:
    assert moment(when, seen=MONDAY) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (datetime(2026, 3, 2, 8, 5, tzinfo=UTC), "today at 9:05"),
        (datetime(2026, 2, 28, 13, 5, tzinfo=UTC), "28 February at 14:05"),
        (datetime(2025, 7, 28, 13, 5, tzinfo=UTC), "28 July 2025 at 15:05"),
    ],
)
def test_in_english_the_day_comes_first_as_in_britain(when: datetime, words: str) -> None:
    with override("en"):
        assert moment(when, seen=MONDAY) == words
