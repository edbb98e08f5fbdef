"""Rejs dig fra familiens bord: all sharing ends, the own part stays the own."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families import actions
from bordenden.families.queries import at_a_case
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import sits_at_head
from bordenden.web.citizen.family_forms import LeaveForm
from bordenden.web.parts.said_when import whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part


@opens(acts.FAMILY_LEAVE)
def family_leave(visit: Visit[Part], pk: UUID) -> HttpResponse:
    """Oneself, or a child one is guardian of."""
    form = LeaveForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as part:
                left = actions.leave_family(member=part.member, by=visit.viewer.person, at=visit.at)
            own = left.person_id == visit.viewer.pk
            return visit.go("family_part", pk) if own else visit.go("family", left.family_id)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        part = visit.reach(pk, "member__person", "member__family__table")
        name = part.member.person.given_name
        own = part.member.person_id == visit.viewer.pk
        family = part.member.family
        case = own and sits_at_head(thing=part, person=visit.viewer, at=visit.at) and at_a_case(family=family)
        context = {"own": own, "name": name, "owner": whose(name), "family": family.pk, "case": case}
        return visit.show("citizen/family_leave.html", context, form)
