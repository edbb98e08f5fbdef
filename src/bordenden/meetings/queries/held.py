"""Conversations that were held, with all that was written of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from bordenden.foundation.prepared import Question
from bordenden.meetings.models import AgendaItem, Agreement, Conversation, Note
from bordenden.meetings.queries.coming import OPEN, ORDER
from bordenden.pathways.models import Table


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation that was held: its note with what put it right, what was agreed, what became of the agenda."""

    talk: Conversation
    notes: tuple[Note, ...]
    agreements: tuple[Agreement, ...]
    agenda: tuple[AgendaItem, ...]


def earlier(begin: int, end: int, *, table: Table) -> list[Held]:
    """Held conversations from a place to another, the newest first, with all that was written. Four queries."""
    return with_all(talks=_earlier.ask(begin, end, table=table.pk))


@Question
def _earlier(begin: int, end: int, *, table: UUID) -> QuerySet[Conversation]:
    return Conversation.objects.filter(table_id=table, held_at__isnull=False).order_by("-held_at", "pk")[begin:end]


def with_all(*, talks: Sequence[Conversation]) -> list[Held]:
    """Notes in order, agreements, and what became of the items of these conversations. Three queries."""
    keys = [talk.pk for talk in talks]
    notes, agreements, agenda = (
        _by_talk(one.ask(talks=keys) if keys else []) for one in (_all_notes, _all_agreements, _all_settled)
    )
    return [Held(talk, tuple(notes[talk.pk]), tuple(agreements[talk.pk]), tuple(agenda[talk.pk])) for talk in talks]


def _by_talk(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.conversation_id].append(row)
    return found


@Question
def _all_notes(*, talks: Sequence[UUID]) -> QuerySet[Note]:
    return Note.objects.filter(conversation_id__in=talks).select_related("written_by").order_by("version")


@Question
def _all_agreements(*, talks: Sequence[UUID]) -> QuerySet[Agreement]:
    return Agreement.objects.filter(conversation_id__in=talks).order_by("agreed_at", "position", "pk")


@Question
def _all_settled(*, talks: Sequence[UUID]) -> QuerySet[AgendaItem]:
    rows = AgendaItem.objects.filter(conversation_id__in=talks).exclude(settled=OPEN)
    return rows.select_related("put_by").order_by(*ORDER)
