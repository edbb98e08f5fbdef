"""All that writes about letters: queue one, call one off."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

from django.db import transaction

from bordenden.post.models import Letter
from bordenden.post.words import Kind, State


class Receiver(Protocol):
    """Whoever is to hear of it: a person."""

    @property
    def pk(self) -> UUID: ...


class About(Protocol):
    """What it is about, with its place."""

    @property
    def pk(self) -> UUID: ...
    @property
    def table_id(self) -> UUID | None: ...
    @property
    def municipality_id(self) -> int: ...


@transaction.atomic
def queue(
    *, to: Receiver, kind: Kind, about: About, event: str, at: datetime, not_before: datetime | None = None
) -> Letter:
    """Somebody is to hear of something, once: the same person and event again gives the first letter.

    `event` is a code with an id in it ("place_offered:<waiting>:1"), never words. Call it inside the action whose
    happening it tells of: the letter stands or falls with it.
    """
    letter, _created = Letter.objects.get_or_create(
        person=to.pk,
        event=event,
        defaults={
            "municipality": about.municipality_id,
            "table": about.table_id,
            "thing": about.pk,
            "kind": kind,
            "queued_at": at,
            "not_before": not_before or at,
        },
    )
    return letter


@transaction.atomic
def call_off(*, about: About, kind: Kind, at: datetime) -> int:
    """What no longer needs saying is not said; letters already sent stay. Gives how many were called off."""
    waiting = Letter.objects.filter(thing=about.pk, kind=kind, state=State.WAITING)
    return waiting.update(state=State.CANCELLED, settled_at=at)
