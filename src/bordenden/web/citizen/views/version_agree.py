"""Ja, det er min plan: what is new, what is missing, and her yes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.parts.version_page import BESIDE, version_page
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import PlanVersion


@opens(acts.VERSION_AGREE)
def version_agree(visit: Visit[PlanVersion], pk: UUID) -> HttpResponse:
    """While something is missing there is no button, and the way to write it."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                actions.agree(version=held, by=visit.viewer.person, at=visit.at)
            return visit.go("version", pk)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        reached = visit.reach(pk, *BESIDE)
        context = {"pk": pk, "plan": reached.plan_id, "page": version_page(reached, name="")}
        return visit.show("citizen/version_agree.html", context, form)
