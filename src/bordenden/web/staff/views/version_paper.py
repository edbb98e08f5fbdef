"""Ja på papir: she has signed the printed plan, and the caseworker notes it under his own name."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions
from bordenden.web.parts.names import given_names
from bordenden.web.parts.version_page import BESIDE, version_page
from bordenden.web.staff.version_forms import PaperForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import PlanVersion


@opens(acts.VERSION_PAPER)
def version_paper(visit: Visit["PlanVersion"], version: UUID) -> HttpResponse:
    """While something is missing there is no button."""
    with visit.reading():
        reached = visit.reach(version, "table", *BESIDE)
        heads = at_the_head(table=reached.table, at=visit.at)
    form = PaperForm(visit.posted, heads=heads)
    if form.is_valid():
        try:
            with visit.writing(version) as held:
                actions.note_paper(version=held, signed_by=form.signer, by=visit.viewer.person, at=visit.at)
            return visit.go("case_version", version)
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        name = given_names(heads)
        context = {"name": name, "pk": version, "page": version_page(reached, name=name)}
        return visit.show("staff/version_paper.html", context, form)
