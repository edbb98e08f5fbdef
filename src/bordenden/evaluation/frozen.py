"""Safe tables as plain data and back: what a release keeps, and what the next attack reads."""

from datetime import date
from typing import Any

from progression.disclosure import WITHHELD, Category, Dimension, Frame, Mark, SafeTable


def freeze(table: SafeTable) -> dict[str, Any]:
    """The table as JSON can hold it; a withheld cell is null."""
    frame = table.frame
    return {
        "population": frame.population,
        "until": frame.until.isoformat() if frame.until else None,
        "dimensions": [
            {
                "name": one.name,
                "place": one.place,
                "categories": [{"label": c.label, "members": sorted(c.members)} for c in one.categories],
            }
            for one in frame.dimensions
        ],
        "cells": [None if isinstance(cell, Mark) else cell for cell in table.cells],
    }


def thaw(content: dict[str, Any]) -> SafeTable:
    """The table as it was. KeyError and ValueError when the content is no frozen table."""
    dimensions = tuple(
        Dimension(
            one["name"],
            tuple(Category(c["label"], frozenset(c["members"])) for c in one["categories"]),
            one["place"],
        )
        for one in content["dimensions"]
    )
    until = date.fromisoformat(content["until"]) if content["until"] else None
    cells = tuple(WITHHELD if cell is None else cell for cell in content["cells"])
    return SafeTable(Frame(content["population"], dimensions, until), cells)
