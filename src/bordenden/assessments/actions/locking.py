"""A draft held for one change: nobody else edits it at the same moment, and each change is counted."""

from datetime import datetime

from django.utils.translation import gettext as _

from bordenden.assessments.models import InstrumentVersion
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible, Stale


def lock_draft(draft: InstrumentVersion, edits: int | None = None) -> InstrumentVersion:
    """The draft, locked. Raises NotPossible when it is published or gone, Stale when somebody edited it since."""
    rows = InstrumentVersion.objects.select_related("instrument").select_for_update(of=("self",))
    locked = rows.filter(pk=draft.pk, published_at__isnull=True).first()
    if locked is None:
        raise NotPossible(_("Kladden er udgivet eller kasseret. Gå tilbage til skemaet."))
    if edits is not None and locked.edits != edits:
        raise Stale(_("En anden har ændret kladden. Se den igennem igen."), "", locked.edits)
    return locked


def edited(*, draft: InstrumentVersion, by: Actor, at: datetime) -> InstrumentVersion:
    """Count the change, and note it."""
    draft.edits += 1
    draft.save(update_fields=["edits"])
    record(act="instrument.edit", by=by, thing=draft, at=at)
    return draft
