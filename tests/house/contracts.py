"""The import contracts of pyproject.toml as data, for the tests that lean on them."""

import tomllib
from functools import cache
from typing import Any

from tests.house.source import ROOT

FLOORS = "The floors: imports run downward only"
ROOMS = "The rooms of a field app: words, models, queries, actions"
DESIGN = "The design knows no domain"


@cache
def contract(name: str) -> dict[str, Any]:
    """One contract by its name."""
    kept = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return next(one for one in kept if one["name"] == name)


def floors() -> list[frozenset[str]]:
    """The packages floor by floor, the top one first; neighbours share a floor."""
    return [frozenset(part.strip() for part in floor.split("|")) for floor in contract(FLOORS)["layers"]]


def field_apps() -> tuple[str, ...]:
    """The apps whose rooms the contract keeps apart."""
    return tuple(name.removeprefix("bordenden.") for name in contract(ROOMS)["containers"])
