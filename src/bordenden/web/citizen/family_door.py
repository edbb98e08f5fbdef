"""Pages of a family's plan are the family's: whoever works with them has pages at another door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from bordenden.access import acts
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family, Part


def only_the_family(visit: Visit[Any], family: Family) -> None:
    """Refuse, as if it were not there, anybody who does not sit at the head of the family's table."""
    if not visit.may(acts.FAMILY_WRITE, family):
        raise Http404


def owner_or_family(visit: Visit[Any], part: Part) -> None:
    """The owner, also after leaving; else whoever sits there."""
    if part.member.person_id != visit.viewer.pk:
        only_the_family(visit, part.member.family)
