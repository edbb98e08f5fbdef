"""Quarters: first and last days, order, and the text they are kept as."""

from datetime import date

import pytest

from bordenden.evaluation.quarters import Quarter, ended_between, parse, quarter_of


def test_the_days_of_a_quarter() -> None:
    """The fourth ends the year."""
    assert (Quarter(2016, 3).first, Quarter(2016, 3).last) == (date(2016, 7, 1), date(2016, 9, 30))
    assert Quarter(2015, 4).last == date(2015, 12, 31)
    assert Quarter(2015, 4).following == Quarter(2016, 1)
    assert [str(quarter_of(date(2016, month, 1))) for month in (1, 3, 4, 12)] == [
        "2016Q1",
        "2016Q1",
        "2016Q2",
        "2016Q4",
    ]


def test_a_quarter_is_offered_the_day_after_it_ended() -> None:
    """Not on its last day."""
    assert ended_between(date(2014, 10, 1), date(2016, 9, 30), date(2014, 12, 31)) == []
    assert ended_between(date(2014, 10, 1), date(2016, 9, 30), date(2015, 1, 1)) == [Quarter(2014, 4)]
    assert len(ended_between(date(2014, 10, 1), date(2016, 9, 30), date(2026, 1, 1))) == 8


def test_only_the_written_form_is_read() -> None:
    """2016Q3 and nothing like it."""
    assert parse("2016Q3") == Quarter(2016, 3)
    for text in ("2016Q5", "2016q3", "16Q3", " 2016Q3", "2016-3", ""):
        with pytest.raises(ValueError, match="is not a quarter"):
            parse(text)
