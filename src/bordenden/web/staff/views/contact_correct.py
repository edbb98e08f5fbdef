"""Ret ved at tilføje: what is right is told anew and stands beside; what was written stays."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localtime

from bordenden.access import acts
from bordenden.contactlog import actions
from bordenden.contactlog.queries import chain_of
from bordenden.contactlog.words import Urgency
from bordenden.pathways.queries import at_the_head
from bordenden.web.parts.contacts import contacts_part, told
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.names import given_names
from bordenden.web.staff.answering import answered, offer_answers
from bordenden.web.staff.forms import TOLD, CorrectionForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry

DRAFT = "contact.correct"
TEXTS = ("summary", "citizen_view")


@opens(acts.CONTACT_CORRECT)
def contact_correct(visit: Visit["Entry"], entry: UUID) -> HttpResponse:
    """What was written, and the form to add what is right."""
    form = CorrectionForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit, newer="summary"), visit.writing(entry) as reached:
            key, seen = form.cleaned_data["form_key"], form.cleaned_data["version"]
            by, facts = visit.viewer.person, form.told(replies_to=answered(form, reached.table))
            actions.correct(entry=reached, version=seen, form_key=key, by=by, at=visit.at, **facts)
            close_draft(visit)
            return visit.go("case_contacts", reached.table_id)
    with visit.reading():
        reached = visit.reach(entry, "table")
        chain = chain_of(entry=reached)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = CorrectionForm(initial=drafted.initial(**_as_it_stands(chain[-1])))
        offer_answers(form, reached.table, at=visit.at, right=chain[-1])
        name = given_names(at_the_head(table=reached.table, at=visit.at))
        context = {
            "name": name,
            "table": reached.table,
            "part": contacts_part([], name=name, seen=visit.at, level=3),
            "chain": [told(row, name=name, seen=visit.at) for row in chain],
            "offers": draft_offers(drafted, texts=TEXTS, draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/contact_correct.html", context, form)


def _as_it_stands(entry: "Entry") -> dict[str, object]:
    facts = {name: getattr(entry, name) for name in TOLD}
    named = {"topics": list(entry.about), "replies_to": entry.replies_to_id, "version": entry.version}
    urgency = "" if entry.urgency == Urgency.NONE else entry.urgency
    return {**facts, **named, "urgency": urgency, "happened_at": localtime(entry.happened_at)}


contact_correct_draft = drafts_of(contact_correct, DRAFT)
