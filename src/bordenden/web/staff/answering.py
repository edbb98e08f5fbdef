"""What a contact may be the answer to: offered in the form by when and how it began, found again when it is sent."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from bordenden.contactlog.queries import first_entries, unanswered
from bordenden.foundation.rules import NotPossible
from bordenden.web.parts.moments import moment

if TYPE_CHECKING:
    from uuid import UUID

    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Table
    from bordenden.web.staff.forms import ContactForm

BEGINS = 60


def offer_answers(form: ContactForm, table: Table, *, at: datetime, right: Entry | None = None) -> None:
    """Let the form ask what is answered. `right` is the contact as it stands, when one is put right."""
    asked = {entry.corrects_id or entry.pk: entry for entry in unanswered(table=table, at=at)}
    if right is not None:
        asked.pop(right.corrects_id or right.pk, None)
        if right.replies_to is not None:
            asked.setdefault(right.replies_to.pk, right.replies_to)
    form.offer([(str(first), _as_choice(entry, at)) for first, entry in asked.items()])


def answered(form: ContactForm, table: Table) -> Entry | None:
    """The entry that was chosen, answered or not: a form that is sent twice says the same twice.

    Raises NotPossible for one that does not stand at this table.
    """
    chosen: UUID | None = form.cleaned_data["replies_to"]
    if chosen is None:
        return None
    entry = first_entries(table=table).filter(pk=chosen).first()
    if entry is None:
        raise NotPossible(_("Det, du svarer på, findes ikke ved dette bord."))
    return entry


def _as_choice(entry: Entry, seen: datetime) -> str:
    how, begins = entry.get_channel_display(), Truncator(" ".join(entry.summary.split())).chars(BEGINS)
    return f"{moment(entry.happened_at, seen=seen)} · {how} · {begins}"
