"""Tag et barn med: a given name, a day of birth, who is guardian, and the yes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.families.words import AgeGroup
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.family_forms import ChildForm
from bordenden.web.parts.reader import family_and
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family, Member


@opens(acts.FAMILY_WRITE)
def family_child_new(visit: Visit[Family], pk: UUID) -> HttpResponse:
    """For the grown-ups; the same form sent twice is one child."""
    with visit.reading():
        family = visit.reach(pk)
        others = _grown_ups(visit, family)
        reader = family_and(family, visit.at)
    form = ChildForm(visit.posted, others=[(key, member.person.given_name) for key, member in others.items()])
    if form.is_valid():
        try:
            sent = form.cleaned_data
            chosen = [others[key] for key in sent.pop("guardians", [])]
            with visit.writing(pk) as held:
                actions.add_child(family=held, guardians=chosen, by=visit.viewer.person, at=visit.at, **sent)
            return visit.go("family", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    context = {"family": family, "ages": visit.viewer.ages(), "reader": reader}
    return visit.show("citizen/family_child_new.html", context, form)


def _grown_ups(visit: Visit[Family], family: Family) -> dict[str, Member]:
    """The other grown-ups; a child is told that there is no such page."""
    sitting = queries.circle(family=family, at=visit.at)
    grown = [one.member for one in sitting if one.group == AgeGroup.GROWN]
    if visit.viewer.pk not in {member.person_id for member in grown}:
        raise Http404
    return {str(member.pk): member for member in grown if member.person_id != visit.viewer.pk}
