"""Who reads what she writes, and when at the earliest: the line at every text field of hers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.pathways.queries import beside_her

if TYPE_CHECKING:
    from bordenden.pathways.models import AtTable, Table
    from bordenden.pathways.queries import Beside

ONLY_YOU = gettext_lazy("Kun du kan se det.")


def reads_it(beside: Beside) -> str:
    """For what her caseworker reads: nobody reads it tonight, and she shall know."""
    reader = beside.answers
    if reader is None:
        return _("Du har ingen sagsbehandler lige nu. Den nye kan læse det.")
    return _("%(name)s læser det tidligst næste hverdag.") % {"name": reader.given_name}


def reader_of(thing: AtTable | Table, at: datetime) -> str:
    """The same line, asked for. One query."""
    return reads_it(beside_her(thing=thing, at=at))
