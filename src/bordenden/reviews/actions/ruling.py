"""After how many quiet days somebody is to ask, as a project says it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.people.models import Person
from bordenden.programmes.models import Project
from bordenden.reviews.models import QuietRule
from bordenden.reviews.queries import rule_of
from bordenden.reviews.words import FEWEST_DAYS, MOST_DAYS


@transaction.atomic
def set_quiet_rule(*, project: Project, days: int, version: int, by: Person, at: datetime) -> QuietRule | None:
    """The project's rule from now on; every earlier one is kept. None: as it already is.

    Raises Stale when somebody changed it in between, NotPossible for a number out of reason.
    """
    Project.objects.select_for_update(no_key=True).get(pk=project.pk)
    now = rule_of(project=project)
    if now.days == days and now.version:
        return None
    if now.version != version:
        raise Stale(_("Tallet er ændret, mens du skrev."), str(now.days), now.version)
    if not FEWEST_DAYS <= days <= MOST_DAYS:
        words = _("Skriv et tal fra %(fewest)d til %(most)d.")
        raise NotPossible(words % {"fewest": FEWEST_DAYS, "most": MOST_DAYS})
    made = QuietRule.objects.create(
        municipality_id=project.municipality_id,
        project=project,
        version=now.version + 1,
        days=days,
        set_by=by,
        set_at=at,
    )
    record(act="quiet_rule.set", by=by, thing=made, at=at)
    return made
