"""Ny kontakt: channel, direction and one line in thirty seconds; the draft is kept while it is typed."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.contactlog import actions
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.staff.answering import answered, offer_answers
from bordenden.web.staff.forms import ContactForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

DRAFT = "contact.new"
TEXTS = ("summary", "citizen_view")


@opens(acts.CONTACT_WRITE)
def contact_new(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The form, or on to the case once the contact is noted."""
    form = ContactForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(table) as reached:
            key, by = form.cleaned_data["form_key"], visit.viewer.person
            told = form.told(replies_to=answered(form, reached))
            actions.note(table=reached, form_key=key, by=by, at=visit.at, **told)
            close_draft(visit)
            return visit.go("case", table)
    with visit.reading():
        reached = visit.reach(table)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached, new=True)
        if drafted:
            form = ContactForm(initial=drafted.initial())
        offer_answers(form, reached, at=visit.at)
        context = {
            "name": given_names(at_the_head(table=reached, at=visit.at)),
            "table": reached,
            "offers": draft_offers(drafted, texts=TEXTS, draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/contact_new.html", context, form)


contact_new_draft = drafts_of(contact_new, DRAFT)
