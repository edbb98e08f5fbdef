"""Where she answers what waits for her yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

if TYPE_CHECKING:
    from bordenden.plans.queries import Waits


def answered_at(row: Waits) -> str:
    """The page with the buttons."""
    return reverse("penned" if row.penned else "proposal", args=[row.pk])
