"""Må barnet have en del? A guardian says yes, and may take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.families import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.web.citizen.family_forms import YES, ConsentForm
from bordenden.web.parts.said_when import day, whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part


@opens(acts.CONSENT_SAY)
def family_consent(visit: Visit[Part], pk: UUID) -> HttpResponse:
    """Who said yes, and when; and the one button that changes it."""
    form = ConsentForm(visit.posted)
    if form.is_valid():
        say = actions.give_consent if form.cleaned_data["do"] == YES else actions.withdraw_consent
        try:
            with visit.writing(pk) as part:
                say(child=part.member, by=visit.viewer.person, at=visit.at)
            return visit.go("family_consent", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        part = visit.reach(pk, "member__person")
        standing = queries.consent_of(child=part.member)
        context = {
            "family": part.member.family_id,
            "name": part.member.person.given_name,
            "owner": whose(part.member.person.given_name),
            "standing": standing,
            "given_on": day(standing.given_at) if standing else "",
        }
        return visit.show("citizen/family_consent.html", context, form)
