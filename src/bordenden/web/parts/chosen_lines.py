"""What she has chosen, as lines to read; a discreet offer is named to her and her caseworker only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from bordenden.offers.words import Area
from bordenden.plans.words import ChosenStatus
from bordenden.web.parts.labels import label_of

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen


@dataclass(frozen=True, slots=True)
class ChosenLine:
    """One thing: its name, where it stands, why; `wish` while it is only a wish. A private one says nothing more."""

    pk: UUID
    name: str
    area: str = ""
    status: str = ""
    why: str = ""
    wish: bool = False
    offer: UUID | None = None


def chosen_lines(rows: Iterable[Chosen], *, private_too: bool) -> tuple[ChosenLine, ...]:
    """In the order they came. `private_too`: for her, and for the caseworker who works with her."""
    return tuple(_line(row, private_too) for row in rows)


def _line(row: Chosen, private_too: bool) -> ChosenLine:
    if row.offer is not None and row.offer.discreet and not private_too:
        return ChosenLine(row.pk, _("Noget privat"))
    return ChosenLine(
        row.pk,
        row.offer.name if row.offer else row.words,
        label_of(Area, row.area),
        label_of(ChosenStatus, row.status),
        row.why,
        row.status == ChosenStatus.WISH,
        row.offer_id,
    )
