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
    earlier: int,
    by: Actor,
    at: datetime,
) -> Release:
    """Freeze what the check has passed; a quarter is published once. Use `publication.publish_exits`.

    `earlier` is how many releases the check has seen: what was published meanwhile was not part of the attack.
    """
    Programme.objects.select_for_update().get(pk=programme.pk)
    before = Release.objects.filter(programme=programme, code=code)
    if before.filter(quarter__gte=quarter).exists():
        raise NotPossible(_("Der er allerede udgivet tal for det kvartal eller et senere."))
    if before.count() != earlier:
        raise NotPossible(_("Tallene passer ikke med det, der er udgivet før. De skal ses efter først."))
    release = Release.objects.create(
        programme=programme, code=code, quarter=quarter, tables=tables, checked=checked, published_at=at
    )
    # Behind the walls the audit of the whole country (0) is a municipality of its own.
    with writing(release.municipality_id, by.pk):
        record(act="release.publish", by=by, thing=release, at=at)
    return release
