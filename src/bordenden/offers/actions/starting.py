"""Imports the national starter set: written anew where the file says something new, never doubled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any, Final, TypeAlias
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import transaction

from bordenden.audit.actions import Actor, record_all
from bordenden.foundation.alphabet import sort_key
from bordenden.foundation.snapshot import writing
from bordenden.offers.actions.reading import read
from bordenden.offers.models import Material, Offer

SHIPPED: Final = files("bordenden.offers") / "starter" / "muligheder.toml"
NATIONAL: Final = 0
Items: TypeAlias = dict[str, dict[str, Any]]
_MAY_BE_LEFT_OUT: Final = {
    Offer: ("kind", "provider_kind", "end_criterion", "in_a_group", "for_families", "discreet"),
    Material: ("area",),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """How many items are new, how many say something else than before, and how many are as they were."""

    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class StarterItem:
    """An item of all municipalities, as the audit names it."""

    pk: UUID
    table_id: None = None
    municipality_id: int = NATIONAL


@transaction.atomic
def import_starter(*, content: bytes, by: Actor, at: datetime) -> Imported:
    """Bring the national items up to what the file says; one the file has no more stays. Raises BrokenStarter, whole.

    What municipalities have copied is theirs and is not touched.
    """
    items = read(content)
    came = [*_bring(Offer, items.offers, "name", at), *_bring(Material, items.materials, "title", at)]
    with writing(NATIONAL, by.pk):
        things = [StarterItem(row.pk) for row, became in came if became != "same"]
        record_all(act="starter.import", by=by, things=things, at=at)
    return Imported(**{what: sum(became == what for _row, became in came) for what in ("new", "changed", "same")})


def _bring(model: type[Any], items: Items, called: str, at: datetime) -> Iterator[tuple[Offer | Material, str]]:
    """Each item with what became of it: new, changed or the same."""
    rows = model._default_manager.select_for_update().filter(municipality__isnull=True).order_by("starter")
    known = {row.starter: row for row in rows}
    fresh = []
    for code, fields in items.items():
        columns = {**fields, "sort_key": sort_key(fields[called])}
        if (row := known.get(code)) is not None:
            yield row, _brought_up(row, columns)
            continue
        key = uuid5(NAMESPACE_URL, f"bordenden:starter:{code}")
        fresh.append(model(starter=code, form_key=key, written_at=at, **columns))
        yield fresh[-1], "new"
    model._default_manager.bulk_create(fresh)


def _brought_up(row: Offer | Material, columns: dict[str, Any]) -> str:
    """A field the file says nothing of any more is empty again."""
    told = {**{name: _default(row, name) for name in _MAY_BE_LEFT_OUT[type(row)]}, **columns}
    if all(getattr(row, name) == value for name, value in told.items()):
        return "same"
    for name, value in told.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    return "changed"


def _default(row: Offer | Material, name: str) -> object:
    return getattr(type(row)(), name)
