"""Several people's names as one: a table may have two heads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from bordenden.people.models import Person


def given_names(people: Iterable[Person]) -> str:
    """ "Amina", or "Jens og Lone"."""
    return get_text_list([person.given_name for person in people], _("og"))


def full_names(people: Iterable[Person]) -> str:
    """ "Amina Yusuf", or "Jens Holm og Lone Holm"."""
    return get_text_list([person.name for person in people], _("og"))
