"""Pages of this door are written for the caseworker: the head, who may do the same, has pages of her own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404

from bordenden.access import acts
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from django.db.models import Model


def only_staff(visit: Visit[Any], thing: Model) -> None:
    """Refuse, as if it were not there, anybody who does not work at the thing's table."""
    if not visit.may(acts.CASE_READ, thing):
        raise Http404
