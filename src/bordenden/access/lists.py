"""What the gate lists, in words written once a process: whoever asks, and when, is put in each time."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from bordenden.access.acts import Act
from bordenden.access.gate import look_at, open_rows
from bordenden.access.viewer import Viewer
from bordenden.audit.words import Kind
from bordenden.foundation.prepared import Question
from bordenden.people.models import Person

T = TypeVar("T", bound=Model)


def among(viewer: Viewer, act: Act[T], keys: Sequence[UUID], *, at: datetime) -> list[T]:
    """Of the things a page found by itself those an act on seats is open for, noted as in a list. One query."""
    return _noted(viewer, act, _open_among.ask(act, keys=keys, **_who(viewer), at=at))


def listed(
    viewer: Viewer,
    act: Act[T],
    shape: Callable[..., QuerySet[T]],
    begin: int,
    end: int,
    *,
    at: datetime,
    **things: Model,
) -> list[T]:
    """Everything the act is open for from a place to another, as `shape` narrows and orders it; each row is noted.

    `shape` is a function of a module and no other: it is what the words are kept by. It is given the `things` with
    their ids alone. Not for acts on parts.
    """
    kinds = tuple((name, type(thing)) for name, thing in things.items())
    keys = {name: thing.pk for name, thing in things.items()}
    return _noted(viewer, act, _open_list.ask(act, shape, kinds, begin, end, **_who(viewer), at=at, **keys))


def _who(viewer: Viewer) -> dict[str, Any]:
    return {"person": viewer.pk, "home": viewer.municipality_id}


def _noted(viewer: Viewer, act: Act[T], found: list[T]) -> list[T]:
    viewer.looks.extend(look_at(act.code, Kind.LIST, thing) for thing in found)
    return found


@Question
def _open_among(act: Act[Any], *, keys: Sequence[UUID], person: UUID, home: int, at: datetime) -> QuerySet[Any]:
    """For every act but those on parts: their conditions hang on the ages of the municipality."""
    viewer = Viewer(Person(pk=person, municipality_id=home))
    return open_rows(viewer, act, at).filter(pk__in=keys).order_by("pk")


@Question
def _open_list(
    act: Act[Any],
    shape: Callable[..., QuerySet[Any]],
    kinds: tuple[tuple[str, type[Model]], ...],
    begin: int,
    end: int,
    *,
    person: UUID,
    home: int,
    at: datetime,
    **keys: UUID,
) -> QuerySet[Any]:
    viewer = Viewer(Person(pk=person, municipality_id=home))
    things = {name: kind(pk=keys[name]) for name, kind in kinds}
    return shape(open_rows(viewer, act, at), **things)[begin:end]
