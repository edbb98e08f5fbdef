"""A safe table as plain values for a file or a database, and back: releases are kept to be attacked again."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict, cast

from progression.disclosure.tables import WITHHELD, Category, Dimension, Frame, Mark, SafeTable


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
    """The table as values that JSON has. Source: none, this is our own format."""
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

    Errors: ValueError for a record that lacks a part or holds a cell that no safe table shows.
    """
    kept = cast(Record, record)
    try:
        dimensions = tuple(
            Dimension(
                one["name"],
                tuple(Category(label, frozenset(members)) for label, members in one["categories"]),
                one["place"],
            )
            for one in kept["dimensions"]
        )
        until = None if kept["until"] is None else date.fromisoformat(kept["until"])
        cells = tuple(_cell(cell) for cell in kept["cells"])
        return SafeTable(Frame(kept["population"], dimensions, until), cells)
    except (KeyError, TypeError) as error:
        raise ValueError(f"This is no record of a safe table: {error}.") from error


def _cell(cell: object) -> int | Mark:
    if cell == WITHHELD.value:
        return WITHHELD
    if type(cell) is not int:
        raise ValueError(f"A safe table cannot show {cell!r}.")
    return cell
