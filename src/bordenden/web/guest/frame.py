"""What every page of the guest door shows around its content."""

from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.web.design.parts import NavItem


def menu(current: str = "") -> tuple[NavItem, ...]:
    """The guest's menu; `current` is the address name of the page one is on."""
    return (NavItem(_("Borde, jeg sidder ved"), reverse("guest_tables"), current=current == "guest_tables"),)
