"""Hvem er med: a member who has moved out is taken from the table; a child is given a guardian."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.families.words import AgeGroup
from bordenden.foundation.rules import NotPossible
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import whose
from bordenden.web.staff.family_forms import LEAVE, CareForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Member, Part


@opens(acts.MEMBER_CARE)
def family_care(visit: Visit["Part"], pk: UUID) -> HttpResponse:
    """No word of the part is shown."""
    with visit.reading():
        part = visit.reach(pk, "member__person", "member__family")
        grown = _grown_ups(visit, part)
    form = CareForm(visit.posted, guardians=[(key, one.person.given_name) for key, one in grown.items()])
    if form.is_valid():
        sent = form.cleaned_data
        by, at = visit.viewer.person, visit.at
        try:
            with visit.writing(pk) as held:
                if sent["do"] == LEAVE:
                    actions.leave_family(member=held.member, by=by, at=at)
                else:
                    actions.name_guardian(child=held.member, guardian=grown[sent["guardian"]], by=by, at=at)
            return visit.go("case_family", part.member.family_id)
        except NotPossible as refusal:
            form.add_error(None, str(refusal))
    with visit.reading():
        guardians = [one.person for one in queries.guardians_of(child=part.member, at=visit.at)]
        context = {
            "family": part.member.family,
            "name": part.member.person.given_name,
            "owner": whose(part.member.person.given_name),
            "guardians": given_names(guardians) if guardians else "",
            "child": bool(grown),
        }
        return visit.show("staff/family_care.html", context, form)


def _grown_ups(visit: Visit["Part"], part: "Part") -> "dict[str, Member]":
    """Who could be guardian; nobody of a grown-up."""
    sitting = queries.circle(family=part.member.family, at=visit.at)
    group = next((one.group for one in sitting if one.member == part.member), AgeGroup.GROWN)
    if group == AgeGroup.GROWN:
        return {}
    return {str(one.member.pk): one.member for one in sitting if one.group == AgeGroup.GROWN}
