"""Reads of drafts: the words are their writer's alone; whether there are any is asked at a handover too."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db.models import QuerySet

from bordenden.drafts.models import Draft
from bordenden.drafts.slots import Slot
from bordenden.foundation.prepared import Question
from bordenden.foundation.snapshot import snapshot


class Writer(Protocol):
    """Somebody who types."""

    @property
    def pk(self) -> UUID: ...


class Table(Protocol):
    """The citizen's table the text is about."""

    @property
    def pk(self) -> UUID: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was typed: the fields as texts (a list where many were ticked), and when it was saved."""

    slot: Slot
    fields: dict[str, str | list[str]]
    saved_at: datetime


def draft_of(*, by: Writer, slot: Slot) -> Kept | None:
    """The writer's open draft in this very slot, or None."""
    row = Draft.objects.filter(
        owner=by.pk, form=slot.form, thing=slot.thing, table=slot.table, closed_at__isnull=True
    ).first()
    return None if row is None else _kept(row)


def unfinished(*, by: Writer, form: str, table: Table | None) -> tuple[Kept, ...]:
    """The writer's open drafts of this form at this table, latest first: to be offered, never filled in."""
    rows = _open.ask(form, owner=by.pk) if table is None else _open_at.ask(form, owner=by.pk, table=table.pk)
    return tuple(_kept(row) for row in rows)


@Question
def _open(form: str, *, owner: UUID) -> QuerySet[Draft]:
    rows = Draft.objects.filter(owner=owner, form=form, table__isnull=True, closed_at__isnull=True)
    return rows.order_by("-saved_at", "id")


@Question
def _open_at(form: str, *, owner: UUID, table: UUID) -> QuerySet[Draft]:
    rows = Draft.objects.filter(owner=owner, form=form, table=table, closed_at__isnull=True)
    return rows.order_by("-saved_at", "id")


def all_unfinished(*, by: Writer) -> tuple[Kept, ...]:
    """All of the writer's open drafts, at every table, the oldest first."""
    rows = Draft.objects.filter(owner=by.pk, closed_at__isnull=True)
    return tuple(_kept(row) for row in rows.order_by("saved_at", "id"))


def left_unfinished_at(*, of: Writer, tables: Iterable[Table]) -> frozenset[UUID]:
    """At which of these tables somebody has an open draft: never a word of it, whoever asks. One query.

    Behind PostgreSQL's wall a draft is seen by its owner alone, so the database is asked in the owner's name.
    """
    with snapshot(None, of.pk):
        keys = [table.pk for table in tables]
        rows = _unfinished_at.ask(owner=of.pk, tables=keys) if keys else []
        return frozenset(table for (table,) in rows if table)


@Question
def _unfinished_at(*, owner: UUID, tables: Sequence[UUID]) -> QuerySet[Draft, tuple[UUID | None]]:
    rows = Draft.objects.filter(owner=owner, table__in=tables, closed_at__isnull=True)
    return rows.order_by().values_list("table").distinct()


def _kept(row: Draft) -> Kept:
    fields: dict[str, str | list[str]] = json.loads(row.content)
    return Kept(Slot(row.form, row.thing, row.table), fields, row.saved_at)
