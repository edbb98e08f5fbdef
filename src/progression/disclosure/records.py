"""A safe table as plain values for a file or a database, and back: releases are kept to be attacked again."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict

from progression import _given
from progression.disclosure.tables import WITHHELD, Category, Dimension, Frame, Mark, SafeTable
from progression.errors import NotANumber, UnknownTable


class DimensionRecord(TypedDict):
    """A dimension: each category with the finest ones it is made of, sorted."""

    name: str
    place: bool
    categories: list[tuple[str, list[str]]]


class Record(TypedDict):
    """A safe table in values that JSON has; a withheld cell is the word "withheld"."""

    population: str
    until: str | None
    dimensions: list[DimensionRecord]
    cells: list[int | str]


def to_record(table: SafeTable) -> Record:
    """The table as values that JSON has. BadInput for anything else. Source: none, this is our own format."""
    _given.of_kind("What is kept", table, SafeTable)
    return Record(
        population=table.frame.population,
        until=None if table.frame.until is None else table.frame.until.isoformat(),
        dimensions=[
            DimensionRecord(
                name=dimension.name,
                place=dimension.place,
                categories=[(one.label, sorted(one.members)) for one in dimension.categories],
            )
            for dimension in table.frame.dimensions
        ],
        cells=[cell.value if isinstance(cell, Mark) else cell for cell in table.cells],
    )


def from_record(record: Mapping[str, object]) -> SafeTable:
    """The table that was kept, also after a way through JSON.

    Errors: UnknownTable for a record that lacks a part or has it in another form, NotANumber for a cell or a day that
    is none, and those of `SafeTable`, `Frame` and `Dimension`.
    """
    if not isinstance(record, Mapping):
        raise UnknownTable(f"This is no record of a safe table, but {_given.said(record)}.")
    for part in Record.__annotations__:
        if part not in record:
            raise UnknownTable(f"This is no record of a safe table: {part!r} is missing.")
    kept: Any = record
    dimensions = tuple(_dimension(one) for one in _given.each("The dimensions", kept["dimensions"], Mapping))
    cells = tuple(_cell(cell) for cell in _given.each("The cells", kept["cells"], object))
    return SafeTable(Frame(kept["population"], dimensions, _day(kept["until"])), cells)


def _dimension(one: Any) -> Dimension:  # noqa: ANN401 (whatever stands in a file)
    try:
        name, place, lines = one["name"], one["place"], [(label, members) for label, members in one["categories"]]
    except (KeyError, TypeError, ValueError):
        said = "a dimension has a name, whether it is a place, and categories with what each is made of"
        raise UnknownTable(f"This is no record of a safe table: {said}.") from None
    made_of = [(label, _given.each(f"What {label!r} is made of", members, str)) for label, members in lines]
    return Dimension(name, tuple(Category(label, frozenset(members)) for label, members in made_of), place)


def _day(until: Any) -> date | None:  # noqa: ANN401
    try:
        return None if until is None else date.fromisoformat(until)
    except (TypeError, ValueError):
        raise NotANumber(f"The last day of a population: {_given.said(until)} is no date.") from None


def _cell(cell: object) -> int | Mark:
    if isinstance(cell, str) and cell == WITHHELD.value:
        return WITHHELD
    if type(cell) is not int:
        raise NotANumber(f"A safe table cannot show {_given.said(cell)}.")
    return cell
