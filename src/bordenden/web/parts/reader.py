"""Who reads what she writes, and when at the earliest: the line at every text field of hers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.families.queries import who_reads
from bordenden.pathways.queries import beside_her
from bordenden.web.parts.names import given_names

if TYPE_CHECKING:
    from bordenden.families.models import Family, Part
    from bordenden.families.words import Ages
    from bordenden.pathways.models import AtTable, Table
    from bordenden.pathways.queries import Beside
    from bordenden.people.models import Person

ONLY_YOU = gettext_lazy("Kun du kan se det.")
NAMED = 3


def reads_it(beside: Beside) -> str:
    """For what her caseworker reads: nobody reads it tonight, and she shall know."""
    reader = beside.answers
    if reader is None:
        return _("Du har ingen sagsbehandler lige nu. Den nye kan læse det.")
    return _("%(name)s læser det tidligst næste hverdag.") % {"name": reader.given_name}


def reader_of(thing: AtTable | Table, at: datetime) -> str:
    """The same line, asked for. One query."""
    return reads_it(beside_her(thing=thing, at=at))


def family_and(family: Family, at: datetime) -> str:
    """For what is common to a family: all of it at once, and the coordinator later. One query."""
    return f"{_('Alle i familien kan se det.')} {reader_of(family, at)}"


def reads_part(part: Part, *, writer: Person, ages: Ages, at: datetime) -> str:
    """For an own part: by name whoever reads it besides the one who writes. One query, of a small child's three."""
    others = [person for person in who_reads(part=part, ages=ages, at=at) if person != writer]
    if not others:
        return str(ONLY_YOU)
    if len(others) > NAMED:
        return _("%(number)d andre kan læse det, når du har gemt.") % {"number": len(others)}
    return _("%(names)s kan læse det, når du har gemt.") % {"names": given_names(others)}
