"""What every page of the guest door shows around its content."""

from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.web.design.parts import NavItem


def menu(current: str = "") -> tuple[NavItem, ...]:
    """The guest's menu; `current` is the address name of the page one is on."""
    tables, messages = _("Borde, jeg sidder ved"), _("Beskeder og filer")
    pages = (("guest_tables", tables), ("guest_messages", messages), ("guest_notices", _("Sådan får du besked")))
    return tuple(NavItem(text, reverse(name), current=current == name) for name, text in pages)
