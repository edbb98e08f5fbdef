"""One offer of her municipality's catalogue, for the pages about it; what was never published is not there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.shortcuts import get_object_or_404

from bordenden.offers.queries import in_catalogue, published, with_places

if TYPE_CHECKING:
    from bordenden.offers.models import Offer
    from bordenden.pathways.models import Table


def offered(table: Table, pk: UUID, *, at: datetime) -> Offer:
    """To look at: also what was taken out of the catalogue again, for her who has it on her plan. 404 for no such."""
    rows = in_catalogue(municipality=table.municipality).filter(published_at__lte=at)
    return get_object_or_404(with_places(rows, at=at), pk=pk)


def on_offer(table: Table, pk: UUID, *, at: datetime) -> Offer:
    """To do something with: only what is in the open catalogue now. 404 for no such."""
    return get_object_or_404(published(municipality=table.municipality, at=at), pk=pk)
