"""CPR numbers: dates and centuries, administrative numbers, and modulus 11 as no more than a warning. All made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordenden.foundation import cpr

WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def century(seventh: int, year: int) -> int:
    """The table of domain.md section 7, written a second time."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def number(born: date, sequence: int) -> str:
    return f"{born:%d%m%y}{sequence:04d}"


@given(st.dates(date(1858, 1, 1), date(2057, 12, 31)), st.integers(0, 9999))
def test_the_century_is_that_of_the_table(born: date, sequence: int) -> None:
    year = century(sequence // 1000, born.year % 100) + born.year % 100
    try:
        expected = born.replace(year=year)
    except ValueError:
        with pytest.raises(cpr.NotACpr):
            cpr.parse(number(born, sequence))
        return
    assert cpr.parse(number(born, sequence)).born_on == expected


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 3999))
def test_modulus_11_is_a_warning_and_never_a_refusal(born: date, sequence: int) -> None:
    digits = number(born, sequence)
    passes = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True)) % 11 == 0
    assert (cpr.parse(digits).warning == "") is passes


@pytest.mark.parametrize("typed", ["0101901234", "010190-1234", " 010190 1234 ", "01 01 90-1234"])
def test_it_is_read_however_it_is_typed(typed: str) -> None:
    assert cpr.parse(typed).digits == "0101901234"


def test_an_administrative_number_carries_the_day_plus_sixty() -> None:
    kept = cpr.parse("610190-1234")
    assert (kept.digits, kept.born_on, kept.administrative, kept.warning) == (
        "6101901234",
        date(1990, 1, 1),
        True,
        "",
    )
    assert cpr.parse("910190-1234").born_on == date(1990, 1, 31)
    assert cpr.parse("310190-1234").administrative is False


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "alle ti cifre"),
        ("01019012", "alle ti cifre"),
        ("010190-12345", "alle ti cifre"),
        ("010190-123A", "alle ti cifre"),
        ("٠١٠١٩٠١٢٣٤", "alle ti cifre"),
        ("300290-1234", "Datoen i CPR-nummeret findes ikke"),
        ("290290-1234", "Datoen i CPR-nummeret findes ikke"),
        ("011390-1234", "Datoen i CPR-nummeret findes ikke"),
        ("000190-1234", "Datoen i CPR-nummeret findes ikke"),
        ("320190-1234", "Datoen i CPR-nummeret findes ikke"),
        ("920190-1234", "Datoen i CPR-nummeret findes ikke"),
        ("900290-1234", "Datoen i CPR-nummeret findes ikke"),
    ],
)
def test_what_is_no_number_is_refused_with_what_to_do(typed: str, says: str) -> None:
    with pytest.raises(cpr.NotACpr, match=says):
        cpr.parse(typed)


def test_the_leap_day_is_there_in_a_leap_year() -> None:
    assert cpr.parse("290292-1234").born_on == date(1992, 2, 29)


def test_on_a_page_it_is_masked() -> None:
    assert cpr.parse("010190-1234").masked == "010190-****"
