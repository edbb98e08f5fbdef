"""The rooms of a table that are open for the guest, each with its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from bordenden.access import acts
from bordenden.pathways.words import Room
from bordenden.plans.queries import plan_of
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

PAGES = {Room.DEVELOPMENT: "guest_development", Room.CONTACTS: "guest_contacts"}


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """A room one may enter; `code` chooses its words."""

    code: str
    url: str


def open_rooms(visit: Visit[Any], table: Table) -> tuple[OpenRoom, ...]:
    """In the order of the rooms; a plan that is not begun yet is not there."""
    found = []
    for room in Room:
        if not visit.may(acts.ROOM_ACTS[room], table):
            continue
        if room == Room.PLAN:
            plan = plan_of(table=table)
            found += [OpenRoom(room, reverse("guest_plan", args=[plan.pk]))] if plan else []
        else:
            found.append(OpenRoom(room, reverse(PAGES[room], args=[table.pk])))
    return tuple(found)
