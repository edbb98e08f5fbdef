"""What R says of the data in oracles/ (made by oracles/make.R), to compare with."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import numpy as np

ORACLES: Final = Path(__file__).parent / "oracles"
GROWTH: Final = ORACLES / "growth.csv"
MGUS: Final = ORACLES / "mgus.csv"
EXPECTED: Final[dict[str, Any]] = json.loads((ORACLES / "expected.json").read_text("utf-8"))


def columns(name: str) -> dict[str, list[Any]]:
    """A fixture as plain columns: numbers where all are numbers, None where there is nothing."""
    with (ORACLES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {column: [_value(row[column]) for row in rows] for column in rows[0]}


def _value(text: str) -> float | int | str | None:
    if not text:
        return None
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text


def apart(ours: Iterable[float], theirs: Iterable[float]) -> float:
    """The largest difference, relative to theirs."""
    one, two = np.array(list(ours), dtype=float), np.array(list(theirs), dtype=float)
    assert one.shape == two.shape
    return float(np.max(np.abs(one - two) / np.maximum(np.abs(two), 1e-12)))
