"""Vær med: somebody with a seat at the family's table says yes to a part of the own; who has left may come back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Family


@opens(acts.FAMILY_JOIN)
def family_join(visit: Visit[Family], pk: UUID) -> HttpResponse:
    """The way back for who has left; others are asked on the family's page. Who is in another family is told so."""
    if visit.posted is None:
        family = visit.reach(pk)
        if visit.may(acts.FAMILY_READ, family):
            return visit.go("family", pk)
        kept = queries.kept_parts(person=visit.viewer, at=visit.at).filter(member__family=family)[0]
        return visit.show("citizen/family_join.html", {"family": family, "part": kept})
    try:
        with visit.writing(pk) as family:
            actions.join(family=family, by=visit.viewer.person, at=visit.at)
        return visit.go("family", pk)
    except NotPossible as refusal:
        with visit.reading():
            family = visit.reach(pk)
            response = visit.show("citizen/family_refused.html", {"family": family, "words": str(refusal)})
            response.status_code = 422
            return response
