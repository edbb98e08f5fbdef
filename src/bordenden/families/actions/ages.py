"""Writes about the ages of a municipality."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.families.models import AgeRule
from bordenden.families.words import Ages
from bordenden.foundation.rules import NotPossible
from bordenden.people.actions import Place
from bordenden.people.models import Municipality


@transaction.atomic
def set_ages(*, municipality: Municipality, ages: Ages, by: Actor, at: datetime) -> AgeRule:
    """From now on these ages hold there. Raises NotPossible for ages outside what the law leaves room for."""
    kept = {
        "own_part_from": ages.own_part_from,
        "guardian_reads_until": ages.guardian_reads_until,
        "adult_from": ages.adult_from,
    }
    try:
        with transaction.atomic():
            rule, _created = AgeRule.objects.update_or_create(municipality=municipality, defaults=kept)
    except IntegrityError as refused:
        words = _(
            "Egen del fra 10 til 15 år. En værge læser højst med, til barnet er 15. Man er voksen senest som 18-årig."
        )
        raise NotPossible(words) from refused
    record(act="family.ages", by=by, thing=Place(municipality.pk), at=at)
    return rule
