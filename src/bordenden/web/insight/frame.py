"""What every page of this door shows around its content."""

from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.web.design.parts import NavItem


def menu(current: str = "") -> tuple[NavItem, ...]:
    """Home, and what is published; `current` is the address name behind the item."""
    return (
        NavItem(_("Mine tal"), reverse("home"), current=current == "home"),
        NavItem(_("Udgivne tal"), reverse("releases"), current=current == "releases"),
    )
