"""The one write of the evaluation: a release, frozen as it was checked."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.evaluation.models import Release
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import writing
from bordenden.programmes.models import Programme


@transaction.atomic
def publish(
    *,
    programme: Programme,
    code: str,
    quarter: str,
    tables: list[dict[str, Any]],
    checked: dict[str, Any],
    by: Actor,
    at: datetime,
) -> Release:
    """Freeze what the check has passed; a quarter is published once. Use `reports.publish_exits`."""
    if Release.objects.filter(programme=programme, code=code, quarter__gte=quarter).exists():
        raise NotPossible(_("Der er allerede udgivet tal for det kvartal eller et senere."))
    release = Release.objects.create(
        programme=programme, code=code, quarter=quarter, tables=tables, checked=checked, published_at=at
    )
    # Behind the walls the audit of the whole country (0) is a municipality of its own.
    with writing(release.municipality_id, by.pk):
        record(act="release.publish", by=by, thing=release, at=at)
    return release
