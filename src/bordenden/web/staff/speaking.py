"""Who speaks when the caseworker writes, and which round this caseworker is writing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from bordenden.assessments import queries
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.pathways.models import Table
    from bordenden.people.models import Person


def who_speaks(table: Table, at: datetime) -> Person:
    """The one at the head, whose answers they are. Where two sit there, each answers alone: it must be said whose."""
    heads = at_the_head(table=table, at=at)
    if len(heads) != 1:
        raise NotPossible(_("Her sidder to for bordenden. De svarer hver for sig på deres egen telefon."))
    return heads[0]


def written_by(table: Table, person: Person) -> Sheet | None:
    """The round the person is writing down at this table now."""
    sheet = queries.penned_sheet(table=table)
    return sheet if sheet is not None and queries.holds_the_pen(sheet=sheet, person=person) else None
