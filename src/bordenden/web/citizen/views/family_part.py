"""En del af familiens plan: the own, to write; another's, as far as it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.families import queries
from bordenden.families.words import AgeGroup
from bordenden.web.citizen.family_door import owner_or_family
from bordenden.web.citizen.family_starters import starters
from bordenden.web.parts.family import SpokenPart, shown_part, spoken_part
from bordenden.web.parts.said_when import day, whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part


@opens(acts.PART_READ)
def family_part(visit: Visit[Part], pk: UUID) -> HttpResponse:
    """The owner and, for a small child, the guardian see all of it; others what is opened."""
    part = visit.reach(pk, "member__person", "member__family")
    owner_or_family(visit, part)
    member, writes = part.member, visit.may(acts.PART_WRITE, part)
    own = member.person_id == visit.viewer.pk
    context = {
        "part": part,
        "family": member.family if member.left_at is None else None,
        "left": day(member.left_at) if member.left_at else "",
        "own": own,
        "name": member.person.given_name,
        "owner": whose(member.person.given_name),
        "writes": writes,
        "said": _mine(visit, part, writes=writes) if own or writes else [],
        "shown": [] if own or writes else shown_part(part),
        "read_along": _read_along(visit, part),
        "may_open": visit.may(acts.PART_OPEN, part),
        "may_consent": visit.may(acts.CONSENT_SAY, part),
        "may_leave": visit.may(acts.FAMILY_LEAVE, part),
        "yes_missing": member.born_on is not None and writes and queries.consent_of(child=member) is None,
    }
    return visit.show("citizen/family_part.html", context)


def _read_along(visit: Visit[Part], part: Part) -> int | None:
    """Until which age a guardian reads this part unasked, where it is so and the child is younger."""
    ages = visit.viewer.ages()
    young = ages.under("guardian_reads_until", part.member.born_on, localdate(visit.at))
    return ages.guardian_reads_until if young else None


def _mine(visit: Visit[Part], part: Part, *, writes: bool) -> list[tuple[SpokenPart, str]]:
    """Each kind with its starters; the way to write it for whoever has the pen."""
    group = AgeGroup(visit.viewer.ages().group(part.member.born_on, localdate(visit.at)))
    found = []
    for said in queries.spoken(part=part, shown_to_others=False):
        url = reverse("family_words", args=[part.pk, said.kind]) if writes else ""
        found.append((spoken_part(said, url), starters(group, said.kind)))
    return found
