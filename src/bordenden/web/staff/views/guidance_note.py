"""Samarbejdet med uddannelsesvejledningen: a dated note with one of them, which she reads at once."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.plans import actions, queries
from bordenden.web.design.parts import Event
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import on_day
from bordenden.web.staff.around_forms import GuidanceForm
from bordenden.web.staff.views.case_around import name_of
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Plan

DRAFT = "guidance_note"


@opens(acts.GUIDANCE_NOTE)
def guidance_note(visit: Visit["Plan"], plan: UUID) -> HttpResponse:
    """The form, and below it what was noted before."""
    with visit.reading():
        reached = visit.reach(plan, "table", "owner")
        contacts = list(queries.guidance_contacts(plan=reached))
        form = GuidanceForm(visit.posted, contacts=contacts)
    if form.is_valid():
        with form.heeding(visit), visit.writing(plan) as held:
            actions.note_guidance(plan=held, by=visit.viewer.person, at=visit.at, **form.said)
            close_draft(visit)
            return visit.go("guidance_note", plan)
    with visit.reading():
        page = cut(queries.guidance_notes_of(plan=reached), visit.request.GET.get("side"))
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached, new=True)
        if drafted:
            form = GuidanceForm(initial=drafted.initial(), contacts=contacts)
        context = {
            "name": name_of(reached, visit),
            "plan": plan,
            "contacts": contacts,
            "history": [Event(on_day(row.on), row.contact.name, row.words) for row in page.rows],
            "pager": page.pager,
            "offers": draft_offers(drafted, texts=("words",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/guidance_note.html", context, form)


guidance_note_draft = drafts_of(guidance_note, DRAFT)
