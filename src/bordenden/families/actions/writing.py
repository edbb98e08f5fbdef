"""Writes about a part: the owner's own words, or a small child's through a guardian, every version kept."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.families.models import Member, Part, PartWords
from bordenden.families.queries import ages_in, child_of, consent_of, newest_words
from bordenden.families.words import AgeGroup, PartKind
from bordenden.foundation.rules import NotPossible, Stale


@transaction.atomic
def write_part(
    *, part: Part, kind: PartKind, words: str, only_mine: bool, version: int, by: Actor, at: datetime
) -> PartWords:
    """The owner says it in own words; `version` is the one that was seen, 0 for none. `only_mine`: for nobody else.

    The same again changes nothing; empty words take back. Raises Stale when a newer text was saved in between,
    NotPossible for anybody else, after the family was left, and for a child without a guardian's yes.
    """
    held = Part.objects.select_for_update().get(pk=part.pk)
    has_the_pen(part=held, by=by, at=at)
    words = words.strip()
    saved = newest_words(part=held, kind=kind)
    if saved is not None and (saved.words, saved.only_mine) == (words, only_mine):
        return saved
    if saved is None and not words:
        raise NotPossible(_("Skriv et par ord først. Du kan altid rette dem."))
    if saved is not None and saved.version != version:
        raise Stale(_("Teksten er ændret, mens du skrev."), saved.words, saved.version)
    said = PartWords.objects.create(
        table_id=held.table_id,
        municipality_id=held.municipality_id,
        part=held,
        kind=kind,
        version=saved.version + 1 if saved else 1,
        words=words,
        only_mine=only_mine,
        written_by_id=by.pk,
        written_at=at,
    )
    if held.begun_at is None:
        held.begun_at = at
        held.save(update_fields=["begun_at"])
    record(act="part.write", by=by, thing=held, at=at)
    return said


def has_the_pen(*, part: Part, by: Actor, at: datetime) -> Member:
    """The owner's stay. Raises NotPossible for anybody but who writes this part at this moment.

    That is the owner; for a small child a guardian. While somebody is a child, only with a guardian's yes.
    """
    member = Member.objects.select_related("family").get(pk=part.member_id)
    if member.left_at is not None and member.left_at <= at:
        raise NotPossible(_("Du er ikke med i familiens plan mere. Din egen del kan stadig læses."))
    group = ages_in(where=member).group(member.born_on, localdate(at))
    owner = member.person_id == by.pk
    if not (child_of(child=member, guardian=by, at=at) if group == AgeGroup.SMALL else owner):
        raise NotPossible(_("Man skriver kun i sin egen del."))
    if group != AgeGroup.GROWN and consent_of(child=member) is None:
        raise NotPossible(_("Først skal en forælder eller værge sige ja til, at delen skrives."))
    return member
