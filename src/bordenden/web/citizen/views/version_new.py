"""Saml min plan: a draft of the plan as it stands, to read through and say yes to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.plans import actions
from bordenden.web.citizen.her_door import only_her
from bordenden.web.parts.talk_forms import OnceForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan


@opens(acts.VERSION_DRAFT)
def version_new(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """One button; nothing is ever missing for this, only for her yes."""
    form = OnceForm(visit.posted)
    if form.is_valid():
        with visit.writing(pk) as held:
            only_her(visit, held)
            key, by = form.cleaned_data["form_key"], visit.viewer.person
            made = actions.make_draft(plan=held, form_key=key, by=by, at=visit.at)
        return visit.go("version", made.pk)
    with visit.reading():
        plan = visit.reach(pk)
        only_her(visit, plan)
        return visit.show("citizen/version_new.html", {"plan": pk}, form)
