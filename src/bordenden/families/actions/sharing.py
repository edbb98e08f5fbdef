"""Writes about who may read a part: opened for one at a time, for a stretch of time, and closed again."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.families.actions.writing import has_the_pen
from bordenden.families.models import Member, Part, PartShare
from bordenden.families.queries import ages_in, readers
from bordenden.families.words import AgeLimit
from bordenden.foundation.days import begin_of
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import Seat

# As with a room: it ends by itself.
USUAL_SHARE = timedelta(days=182)
CHANGES: tuple[AgeLimit, ...] = ("own_part_from", "adult_from")


@transaction.atomic
def open_part(*, part: Part, to: Member | Seat, by: Actor, at: datetime) -> PartShare:
    """One other may read the part for half a year; open already stays as it is.

    What a guardian opens for a small child ends on the birthday the part becomes the child's own; what a child opens
    ends when it grows up: each time the owner decides anew. Raises NotPossible for whoever does not write the part,
    and for somebody who is not around.
    """
    held = Part.objects.select_for_update().get(pk=part.pk)
    member = has_the_pen(part=held, by=by, at=at)
    if to not in [reader.to for reader in readers(part=held, at=at)]:
        raise NotPossible(_("Vælg en af dem, der sidder ved bordet lige nu."))
    to_whom: dict[str, Member | Seat] = {"to_member" if isinstance(to, Member) else "to_seat": to}
    standing = PartShare.objects.filter(part=held, ends_at__gt=at, **to_whom).first()
    if standing is not None:
        return standing
    share = PartShare.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        part=held,
        shared_by_id=by.pk,
        starts_at=at,
        ends_at=min(at + USUAL_SHARE, *_birthdays(member, at)),
        **to_whom,
    )
    record(act="part.open", by=by, thing=share, at=at)
    return share


@transaction.atomic
def close_part(*, part: Part, to: Member | Seat, by: Actor, at: datetime) -> None:
    """Nobody on that side reads the part from this very moment; closed already stays closed. Nobody is told.

    It asks for no consent and no reason: whoever may write the part may always close it.
    """
    held = Part.objects.select_for_update().get(pk=part.pk)
    to_whom = {"to_member": to} if isinstance(to, Member) else {"to_seat": to}
    for share in PartShare.objects.filter(part=held, ends_at__gt=at, **to_whom).order_by("pk"):
        share.ends_at = max(at, share.starts_at)
        share.save(update_fields=["ends_at"])
        record(act="part.close", by=by, thing=share, at=at)


def _birthdays(member: Member, at: datetime) -> list[datetime]:
    """The next moments at which a child's sharing ends by itself; far off for a grown-up."""
    far = at + 2 * USUAL_SHARE
    if member.born_on is None:
        return [far]
    ages, day = ages_in(where=member), localdate(at)
    limits = [limit for limit in CHANGES if ages.under(limit, member.born_on, day)]
    return [far, *(begin_of(ages.birthday(limit, member.born_on)) for limit in limits)]
