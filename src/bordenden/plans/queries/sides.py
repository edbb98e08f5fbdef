"""Reads of which side of the table somebody sits on."""

from datetime import datetime

from bordenden.audit.actions import Actor
from bordenden.pathways.models import AtTable
from bordenden.pathways.queries import roles_of
from bordenden.pathways.words import SeatRole
from bordenden.plans.words import StepOwner

_SIDES = {
    SeatRole.HEAD: StepOwner.CITIZEN,
    SeatRole.FAMILY: StepOwner.CITIZEN,
    SeatRole.MENTOR: StepOwner.MENTOR,
    SeatRole.COORDINATOR: StepOwner.COORDINATOR,
    SeatRole.SUBSTITUTE: StepOwner.COORDINATOR,
}


def side_of(*, thing: AtTable, person: Actor, at: datetime) -> StepOwner | None:
    """Hers, her caseworker's (or whoever stands in), her mentor's; None for who sits elsewhere, or as a guest."""
    roles = roles_of(thing=thing, person=person, at=at)
    return next((side for role, side in _SIDES.items() if role in roles), None)
