"""What every page of the citizen's door shows around its content."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.web.design.parts import NavItem


def menu(*, table: UUID, plan: UUID | None, current: str = "") -> tuple[NavItem, ...]:
    """Her menu; `current` is the address name of the page she is on. A plan that is not begun is not there."""
    entries = (
        ("plan", _("Min plan"), plan),
        ("seats", _("Ved mit bord"), table),
        ("looks", _("Hvem har set min sag"), table),
    )
    return tuple(
        NavItem(text, reverse(name, args=[thing]), current=name == current) for name, text, thing in entries if thing
    )
