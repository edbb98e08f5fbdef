"""Pages of this door say "you" to the head: whoever else the act is open to has a page at another door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from bordenden.access import acts
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from django.db.models import Model


def only_her(visit: Visit[Any], thing: Model) -> None:
    """Refuse, as if it were not there, anybody who does not sit at the head of the thing's table."""
    if not visit.may(acts.TABLE_READ, thing):
        raise Http404
