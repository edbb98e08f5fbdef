"""Ikke nu: she was asked whether she would like to talk about a round, and it is remembered that she would not."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.assessments.models import Sheet
from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible


@transaction.atomic
def not_now(*, sheet: Sheet, by: Actor, at: datetime) -> Sheet:
    """About this round she is not asked again; the next round asks anew. Saying it twice changes nothing.

    Raises NotPossible for a round that is not finished.
    """
    locked = Sheet.objects.select_for_update().get(pk=sheet.pk)
    if locked.finished_at is None:
        raise NotPossible(_("Du er ikke færdig med vurderingen endnu."))
    if locked.not_now_at is None:
        locked.not_now_at = at
        locked.save(update_fields=["not_now_at"])
        record(act="talk.decline", by=by, thing=locked, at=at)
    return locked
