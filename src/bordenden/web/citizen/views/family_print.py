"""Familiens plan på papir: each prints what he or she may read, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.families import queries
from bordenden.web.parts.family import common_part, spoken_part
from bordenden.web.parts.said_when import day, whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part


@opens(acts.PART_READ)
def family_print(visit: Visit[Part], pk: UUID) -> HttpResponse:
    """By the own part: after leaving the family there is that alone."""
    part = visit.reach(pk, "member__person", "member__family")
    if part.member.person_id != visit.viewer.pk:
        raise Http404
    family = part.member.family
    there = part.member.left_at is None and visit.may(acts.FAMILY_READ, family)
    around = visit.all_read().filter(member__family=family).exclude(pk=pk) if there else visit.all_read().none()
    rows = [part, *around.select_related("member__person").order_by("member__joined_at", "member__born_on", "pk")]
    said = queries.spoken_in(
        parts=rows, all_of=[one for one in rows if one == part or visit.may(acts.PART_WRITE, one)]
    )
    paper = {one: [spoken_part(each) for each in said[one.pk] if each.words] for one in rows}
    context = {
        "name": family.name,
        "today": day(visit.at),
        "part": pk,
        "own": paper.pop(part),
        "others": [(whose(one.member.person.given_name), words) for one, words in paper.items() if words],
        "common": common_part(family, side=None) if there else None,
    }
    return visit.show("citizen/family_print.html", context)
