"""The words of a choice. Django's own `get_…_display` puts all choices into words each time, to say one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import TextChoices


def label_of(kinds: type[TextChoices], value: str) -> str:
    """The words of a choice, "" for none."""
    return str(kinds(value).label) if value else ""
