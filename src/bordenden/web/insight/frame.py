"""What every page of this door shows around its content."""

from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.web.design.parts import NavItem

FOR_ANYBODY = "releases"


def menu(current: str = "", *, instruments: bool = True) -> tuple[NavItem, ...]:
    """Home, and what is published; `current` is the address name behind the item.

    Published figures are for anybody; the instruments are named where one is in an office that reads them.
    """
    shown = (
        NavItem(_("Mine tal"), reverse("home"), current=current == "home"),
        NavItem(_("Udgivne tal"), reverse("releases"), current=current == "releases"),
    )
    if current == FOR_ANYBODY or not instruments:
        return shown
    return (*shown, NavItem(_("Skemaer"), reverse("instruments"), current=current == "instruments"))
