"""What is handed in one by one and not in a table: of the kind it must be, or one sentence that says it is not."""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from math import isnan
from numbers import Integral, Rational, Real
from typing import Any, TypeVar

from progression.errors import BadInput, NotANumber, OffTheScale

Thing = TypeVar("Thing")
_SHOWN = (str, bytes, int, float, Fraction, date, type(None))


def of_kind(what: str, value: object, kind: type | tuple[type, ...]) -> None:
    """BadInput unless the value is of that kind, or of one of those."""
    if not isinstance(value, kind):
        raise BadInput(f"{what} must be {_named(kind)}, not {said(value)}.")


def each(what: str, values: Iterable[Thing], kind: type | tuple[type, ...]) -> tuple[Thing, ...]:
    """The values one after another. BadInput, with the place from 1, unless all are of that kind (or one of those).

    A text is not several values, though Python would take it apart.
    """
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise BadInput(f"{what} must come one after another, not as {said(values)}.")
    found = tuple(values)
    for row, value in enumerate(found, start=1):
        if not isinstance(value, kind):
            raise BadInput(f"{what}, row {row}: {said(value)} is not {_named(kind)}.", row=row)
    return found


def whole(
    what: str,
    value: Any,  # noqa: ANN401 (anything may be handed in)
    *,
    least: int | None = None,
    most: int | None = None,
    row: int | None = None,
) -> None:
    """NotANumber unless the value is a whole number, OffTheScale when it is below the least or above the most."""
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise NotANumber(f"{what}: {said(value)} is no whole number.", row=row)
    number = int(value)
    if least is not None and number < least:
        raise OffTheScale(f"{what}: {number} is below {least}.", row=row)
    if most is not None and number > most:
        raise OffTheScale(f"{what}: {number} is above {most}.", row=row)


def exact(what: str, value: object) -> None:
    """NotANumber unless the value is a whole number or a fraction; a float was rounded somewhere."""
    if isinstance(value, bool) or not isinstance(value, Rational):
        raise NotANumber(f"{what}: {said(value)} is neither a whole number nor a Fraction.")


def seconds_of(value: Any) -> None:  # noqa: ANN401 (anything may be handed in)
    """NotANumber unless the value says how many seconds there are."""
    if isinstance(value, bool) or not isinstance(value, Real) or isnan(value):
        raise NotANumber(f"The seconds: {said(value)} is not a number.")


def day(what: str, value: object) -> None:
    """NotANumber unless the value is a date; one with a time of day cannot be held against others."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise NotANumber(f"{what}: {said(value)} is no date.")


def said(value: object) -> str:
    """A value as a sentence may hold it: written out when that is one line, else by what it is."""
    return repr(value) if isinstance(value, _SHOWN) else f"a {type(value).__name__}"


def _named(kind: type | tuple[type, ...]) -> str:
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return " or ".join("nothing" if one is type(None) else f"a {one.__name__}" for one in kinds)
