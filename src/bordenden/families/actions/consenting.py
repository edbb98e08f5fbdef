"""Writes about guardians: who is one, and the yes to a child having a part, given and taken back."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.families.models import Consent, Guardianship, Member, Part, PartShare
from bordenden.families.queries import ages_in, child_of, consent_of
from bordenden.foundation.rules import NotPossible


@transaction.atomic
def give_consent(*, child: Member, by: Actor, at: datetime) -> Consent:
    """A guardian says yes to the child having a part. A yes that stands is kept as it is."""
    _hold(child)
    _only_a_guardian(child, by, at)
    standing = consent_of(child=child)
    if standing is not None:
        return standing
    given = Consent.objects.create(
        table_id=child.table_id, municipality_id=child.municipality_id, child=child, given_by_id=by.pk, given_at=at
    )
    record(act="consent.give", by=by, thing=given, at=at)
    return given


@transaction.atomic
def withdraw_consent(*, child: Member, by: Actor, at: datetime) -> None:
    """A guardian takes the yes back: nothing more is written, and nobody else reads the part from now on.

    What the child has written stays the child's own to read. Taking back what was not given changes nothing.
    """
    _hold(child)
    _only_a_guardian(child, by, at)
    standing = consent_of(child=child)
    if standing is None:
        return
    standing.withdrawn_at, standing.withdrawn_by_id = at, by.pk
    standing.save(update_fields=["withdrawn_at", "withdrawn_by"])
    PartShare.objects.filter(part__member=child, ends_at__gt=at).update(ends_at=at)
    record(act="consent.withdraw", by=by, thing=standing, at=at)


@transaction.atomic
def name_guardian(*, child: Member, guardian: Member, by: Actor, at: datetime) -> Guardianship:
    """A grown-up of the same family is guardian of the child from now on."""
    _hold(child)
    ages, day = ages_in(where=child), localdate(at)
    grown = not ages.under("adult_from", guardian.born_on, day)
    here = child.family_id == guardian.family_id and child.left_at is None and guardian.left_at is None
    if not (here and grown and ages.under("adult_from", child.born_on, day)):
        raise NotPossible(_("Vælg blandt de voksne i familien."))
    held, created = Guardianship.objects.get_or_create(
        child=child,
        guardian=guardian,
        ends_at=None,
        defaults={"table_id": child.table_id, "municipality_id": child.municipality_id, "starts_at": at},
    )
    if created:
        record(act="family.guardian", by=by, thing=held, at=at)
    return held


def _hold(child: Member) -> None:
    Part.objects.select_for_update().get(member=child)


def _only_a_guardian(child: Member, by: Actor, at: datetime) -> None:
    if not child_of(child=child, guardian=by, at=at):
        raise NotPossible(_("Det kan kun barnets forælder eller værge."))
