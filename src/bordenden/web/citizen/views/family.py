"""Familiens plan: who is at the table, whose part one may read, and what is common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.families import queries
from bordenden.families.words import AgeGroup
from bordenden.meetings import queries as meetings
from bordenden.web.citizen.family_door import only_the_family
from bordenden.web.design.parts import Seat
from bordenden.web.parts.family import common_part, how_far
from bordenden.web.parts.said_when import whose
from bordenden.web.parts.talks import talk_part
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family, Undertaking


@dataclass(frozen=True, slots=True)
class AtTable:
    """Somebody at the table as the viewer meets them; `url` leads to the part, "" when it is not opened."""

    name: str
    line: str
    button: str
    url: str
    mine: bool
    with_me: bool = False


@opens(acts.FAMILY_READ)
def family(visit: Visit[Family], pk: UUID) -> HttpResponse:
    """It says "I" to the family and "du" to the one; no word of a part stands here."""
    ours = visit.reach(pk, "table")
    only_the_family(visit, ours)
    everybody = queries.circle(family=ours, at=visit.at, ages=visit.viewer.ages())
    me = next((one for one in everybody if one.member.person_id == visit.viewer.pk), None)
    sitting = sorted(everybody, key=lambda one: one is not me)
    context = {
        "family": ours,
        "drawing": [Seat(one.member.person.given_name, "", head=True) for one in sitting],
        "around": [_met(visit, one) for one in sitting],
        "joined": me is not None,
        "grown": me is not None and me.group == AgeGroup.GROWN,
        "my_part": me.member.part if me else None,
        "at_head": visit.may(acts.TABLE_READ, ours),
        "how_far": how_far(sitting),
        **_meeting(visit, ours),
        "common": common_part(ours, side=visit.request.GET.get("side"), link=_step_url),
    }
    return visit.show("citizen/family.html", context)


def _meeting(visit: Visit[Family], ours: Family) -> dict[str, object]:
    """When they meet next and who tells of the own part, in order; nothing else, as children read it."""
    coming, presenting = meetings.presenting_next(table=ours.table, at=visit.at)
    return {
        "coming": talk_part(coming, name="", seen=visit.at) if coming else None,
        "presenting": presenting,
        "talk_url": reverse("talk", args=[ours.table_id]) if visit.may(acts.CONVERSATIONS_READ, ours) else "",
    }


def _step_url(line: Undertaking) -> str:
    return reverse("family_step", args=[line.pk])


def _met(visit: Visit[Family], one: queries.Sitting) -> AtTable:
    part, name = one.member.part, one.member.person.given_name
    url = reverse("family_part", args=[part.pk])
    if one.member.person_id == visit.viewer.pk:
        line = _("Du har skrevet om %(said)d af %(asked)d ting.") % {"said": one.said, "asked": one.asked}
        return AtTable(name, line, _("Min del"), url, mine=True)
    if visit.may(acts.PART_WRITE, part):
        line = _("I skriver %(owner)s del sammen.") % {"owner": whose(name)}
        return AtTable(name, line, _("%(owner)s del") % {"owner": whose(name)}, url, mine=False, with_me=True)
    if visit.may(acts.PART_READ, part):
        line = _("%(name)s har åbnet sin del for dig.") % {"name": name}
        return AtTable(name, line, _("Læs %(owner)s del") % {"owner": whose(name)}, url, mine=False)
    return AtTable(name, _("%(name)s har ikke åbnet sin del for dig endnu.") % {"name": name}, "", "", mine=False)
