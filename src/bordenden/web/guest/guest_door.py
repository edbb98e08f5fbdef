"""Pages of this door are for whoever was let in: the head and her caseworkers have pages of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from bordenden.access import acts
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from django.db.models import Model


def only_from_here(visit: Visit[Any], thing: Model) -> None:
    """Refuse, as if it were not there, anybody who has another door to the thing's table."""
    if visit.may(acts.TABLE_READ, thing) or visit.may(acts.CASE_READ, thing):
        raise Http404
